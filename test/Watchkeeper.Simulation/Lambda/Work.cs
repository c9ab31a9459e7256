using System.Collections.Immutable;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>One invocation of a function.</summary>
internal sealed class Work
{
    public required int Number { get; init; }

    public required byte[] Payload { get; init; }

    public required Action<WorkResult> Done { get; init; }

    /// <summary>The event it is for; null for batches and ticks.</summary>
    public EventAccount? Event { get; init; }

    /// <summary>The records of a batch; empty for everything else.</summary>
    public ImmutableArray<StreamEntry> Batch { get; init; } = [];

    public Sandbox? Sandbox { get; set; }

    public bool HasEnded { get; set; }

    /// <summary>Whether anything was made to go wrong in it: only then may it leave things half done.</summary>
    public bool IsHurt { get; set; }
}

/// <summary>What Lambda knows of an invocation's end.</summary>
/// <param name="Answer">The function's answer; empty where it failed.</param>
/// <param name="Error">Why it failed; null where it succeeded.</param>
internal sealed record WorkResult(ReadOnlyMemory<byte> Answer, string? Error)
{
    public bool Succeeded => Error is null;
}
