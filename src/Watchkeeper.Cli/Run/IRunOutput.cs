using System.Collections.Immutable;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Run;

/// <summary>Shows a run while it goes on.</summary>
internal interface IRunOutput
{
    /// <summary>It begins.</summary>
    void Begin(IBackend backend, PhysicalNames names, string events, int count);

    /// <summary>One event was dealt with to the end.</summary>
    void Show(EventFile file, ImmutableArray<EventOutcome> outcomes);

    /// <summary>What followed without an event of its own: what a schedule's function did.</summary>
    void Show(string function, ImmutableArray<EventEffect> consequences);

    /// <summary>It is quiet.</summary>
    void End(RunSummary summary);
}

/// <summary>What a run came to.</summary>
internal sealed record RunSummary
{
    /// <summary>How many events were fed.</summary>
    public required int Events { get; init; }

    /// <summary>How many parts of them ended how.</summary>
    public required ImmutableSortedDictionary<string, int> Outcomes { get; init; }

    /// <summary>Incidents that still last.</summary>
    public required ImmutableArray<Slot> Active { get; init; }

    /// <summary>How many incidents there were in all.</summary>
    public required int Incidents { get; init; }

    /// <summary>How many messages ended how, by channel.</summary>
    public required ImmutableSortedDictionary<string, int> Messages { get; init; }

    /// <summary>How many reactions ended how.</summary>
    public required ImmutableSortedDictionary<string, int> Reactions { get; init; }

    /// <summary>How many dead letters were kept.</summary>
    public required int DeadLetters { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }
}
