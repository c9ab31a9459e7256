using System.Collections.Immutable;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The last object of <c>run --output json</c>: the sums. It has what every line has, so that a program that reads all lines
/// alike
/// goes on, and finds no event in it.
/// </summary>
internal sealed record JsonSummary
{
    /// <summary>«summary».</summary>
    public string Object { get; init; } = "summary";

    /// <summary>When the run ended, by its clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Empty: no event.</summary>
    public string File { get; init; } = "";

    /// <summary>No event's outcome.</summary>
    public Outcome Outcome { get; init; } = Outcome.Ignored;

    /// <summary>«summary».</summary>
    public string Reason { get; init; } = "summary";

    /// <summary>None.</summary>
    public ImmutableArray<EventEffect> Consequences { get; init; } = [];

    /// <summary>The number of events fed.</summary>
    public required int Events { get; init; }

    /// <summary>How many events there were to feed when somebody stopped the run; null if nobody did.</summary>
    public int? StoppedOf { get; init; }

    /// <summary>The number of event parts by outcome.</summary>
    public required ImmutableSortedDictionary<string, int> Outcomes { get; init; }

    /// <summary>The number of incidents that the run opened or changed.</summary>
    public required int Incidents { get; init; }

    /// <summary>The number of active incidents at the end.</summary>
    public required int ActiveIncidents { get; init; }

    /// <summary>The number of messages by channel and status.</summary>
    public required ImmutableSortedDictionary<string, int> Messages { get; init; }

    /// <summary>The number of reactions by name and status.</summary>
    public required ImmutableSortedDictionary<string, int> Reactions { get; init; }

    /// <summary>The number of dead letters.</summary>
    public required int DeadLetters { get; init; }

    /// <summary>
    /// The number of event parts that failed although nobody broke them on purpose; above 0, the exit code is 1.
    /// </summary>
    public required int UnexpectedFailures { get; init; }

    /// <summary>The duration of the run in seconds of the real clock.</summary>
    public required double TookSeconds { get; init; }

    /// <summary>The totals of a run.</summary>
    public static JsonSummary From(RunSummary summary) => new()
    {
        Time = summary.Time,
        Events = summary.Events,
        StoppedOf = summary.StoppedOf,
        Outcomes = summary.Outcomes,
        Incidents = summary.Incidents,
        ActiveIncidents = summary.Active,
        Messages = summary.Messages,
        Reactions = summary.Reactions,
        DeadLetters = summary.DeadLetters,
        UnexpectedFailures = summary.UnexpectedFailures,
        TookSeconds = Math.Round(summary.Took.TotalSeconds, 3),
    };
}
