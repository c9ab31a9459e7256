using System.Collections.Immutable;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Run;

/// <summary>The totals of a run.</summary>
internal sealed record RunSummary
{
    /// <summary>How many incidents a summary names.</summary>
    public const int MaxWorst = 10;

    /// <summary>The number of events fed.</summary>
    public required int Events { get; init; }

    /// <summary>How many events there were to feed when somebody stopped the run; null if nobody did.</summary>
    public int? StoppedOf { get; init; }

    /// <summary>The number of event parts by outcome.</summary>
    public required ImmutableSortedDictionary<string, int> Outcomes { get; init; }

    /// <summary>The number of active incidents.</summary>
    public required int Active { get; init; }

    /// <summary>The worst active incidents, at most <see cref="MaxWorst"/>: by severity, then the oldest first.</summary>
    public required ImmutableArray<Slot> Worst { get; init; }

    /// <summary>The number of all incidents.</summary>
    public required int Incidents { get; init; }

    /// <summary>The number of messages by channel and status.</summary>
    public required ImmutableSortedDictionary<string, int> Messages { get; init; }

    /// <summary>The number of reactions by status.</summary>
    public required ImmutableSortedDictionary<string, int> Reactions { get; init; }

    /// <summary>The id of an event that nobody was notified of; null if there was none.</summary>
    public string? QuietEvent { get; init; }

    /// <summary>The number of dead letters.</summary>
    public required int DeadLetters { get; init; }

    /// <summary>The number of event parts that failed although nobody broke them on purpose.</summary>
    public required int UnexpectedFailures { get; init; }

    /// <summary>When the run ended, by its clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The duration of the run.</summary>
    public required TimeSpan Took { get; init; }
}
