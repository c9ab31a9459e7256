using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>One decision, as <c>decisions --output json</c> prints it.</summary>
internal sealed record DecisionLine
{
    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The event's id.</summary>
    public required string Event { get; init; }

    /// <summary>The named reason of the decision, or why the event was ignored; rejected if it was not understood.</summary>
    public required string Decision { get; init; }

    /// <summary>The end of the event, or of this part of it.</summary>
    public required WhyEnd End { get; init; }

    /// <summary>The incident; null if there is none.</summary>
    public string? Incident { get; init; }

    /// <summary>The severity that the signal was given; null without a signal.</summary>
    public string? Severity { get; init; }

    /// <summary>The version of the configuration that it was decided under; null if none was recorded.</summary>
    public string? Configuration { get; init; }

    /// <summary>The signal, complete; null if there is none.</summary>
    public SignalLine? Signal { get; init; }

    public static DecisionLine From(DecidedEvent decided) => new()
    {
        DecidedAt = decided.At,
        Event = decided.EventId,
        Decision = decided.Decision,
        End = WhyEnd.From(decided.End),
        Incident = decided.IncidentId,
        Severity = decided.Severity?.ToKebabCase(),
        Configuration = decided.Configuration,
        Signal = decided switch
        {
            { Signal: { } signal } => SignalLine.From(signal),
            DecidedEvent.WithEntry { Entry: var record } => SignalLine.From(record.Entry),
            _ => null,
        },
    };
}
