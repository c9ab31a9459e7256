using System.Collections.Immutable;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>One invocation of a function.</summary>
internal sealed class Work
{
    public required int Number { get; init; }

    public required byte[] Payload { get; init; }

    public required Action<WorkResult> Done { get; init; }

    /// <summary>The event of the invocation; null for batches and scheduled events.</summary>
    public EventAccount? Event { get; init; }

    /// <summary>The records of a batch; empty for other invocations.</summary>
    public ImmutableArray<StreamEntry> Batch { get; init; } = [];

    public Sandbox? Sandbox { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether the simulation injected a fault: only then may the invocation leave work half done.</summary>
    public bool IsHurt { get; set; }
}

/// <summary>The end of an invocation, as Lambda knows it.</summary>
/// <param name="Answer">The function's answer; empty if it failed.</param>
/// <param name="Error">Why it failed; null if it succeeded.</param>
internal sealed record WorkResult(ReadOnlyMemory<byte> Answer, string? Error)
{
    public bool Succeeded => Error is null;
}
