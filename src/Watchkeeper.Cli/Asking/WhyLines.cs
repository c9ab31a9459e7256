using System.Collections.Immutable;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>What became of an event, as <c>why --output json</c> prints it.</summary>
internal sealed record WhyEvent
{
    /// <summary>The event's id.</summary>
    public required string Event { get; init; }

    /// <summary>The end of the whole event.</summary>
    public required WhyEnd End { get; init; }

    /// <summary>How often it was delivered again, without effect.</summary>
    public required int DeliveredAgain { get; init; }

    /// <summary>Its parts; most events have one.</summary>
    public required ImmutableArray<WhyPart> Parts { get; init; }
}

/// <summary>Why an incident is reported or quiet, as <c>why --output json</c> prints it.</summary>
internal sealed record WhyIncident
{
    /// <summary>The incident now.</summary>
    public required IncidentLine Incident { get; init; }

    /// <summary>The last entry that people were notified of; null if there is none.</summary>
    public WhyPart? LastNotified { get; init; }

    /// <summary>The other entries, counted by reason.</summary>
    public required ImmutableArray<WhyQuiet> Quiet { get; init; }

    /// <summary>All its reactions.</summary>
    public required ImmutableArray<ReactionLine> Reactions { get; init; }
}

/// <summary>Entries that nobody was notified of, for one reason.</summary>
/// <param name="Reason">The named reason.</param>
/// <param name="Meaning">One sentence about it.</param>
/// <param name="Entries">How many.</param>
/// <param name="LastAt">When the last was recorded.</param>
internal sealed record WhyQuiet(string Reason, string Meaning, int Entries, DateTimeOffset LastAt);

/// <summary>The end of an event.</summary>
/// <param name="Kind">notified, merged, suppressed, failed or pending.</param>
/// <param name="Reason">The named reason, or the words of what failed.</param>
/// <param name="Until">For pending: when the next attempt is due, if that is known.</param>
internal sealed record WhyEnd(string Kind, string Reason, DateTimeOffset? Until)
{
    public static WhyEnd From(EventEnd end) => new(end.Kind.ToKebabCase(), end.Reason, end.Until);

    /// <summary>In words: <c>suppressed (muted-at-source): nobody was notified</c>.</summary>
    public string Words()
    {
        var until = Until is { } time ? $", until {Moment.Full(time)}" : "";
        return $"{Kind} ({Reason}): {Meaning.Of(KebabCase.Parse<EventEndKind>(Kind)!.Value)}{until}";
    }
}

/// <summary>One part of an event: one signal and everything that followed from it.</summary>
internal sealed record WhyPart
{
    /// <summary>When it was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The function that decided; null if the row does not say.</summary>
    public string? Function { get; init; }

    /// <summary>The signal; null if there is none in the event.</summary>
    public SignalLine? Signal { get; init; }

    /// <summary>The severity; null without a signal.</summary>
    public WhySeverity? Severity { get; init; }

    /// <summary>The named reason of the decision, or why the event was rejected.</summary>
    public required string Decision { get; init; }

    /// <summary>One sentence about the decision.</summary>
    public required string DecisionMeaning { get; init; }

    /// <summary>The version of the configuration that it was decided under; null if none was recorded.</summary>
    public string? Configuration { get; init; }

    /// <summary>The version of the configuration file in it; null if no file was in force.</summary>
    public WhyVersion? ConfigurationVersion { get; init; }

    /// <summary>
    /// Whether a function decides under that version now; null if that is not known here, or no version was recorded.
    /// </summary>
    public bool? ConfigurationInForce { get; init; }

    /// <summary>The JSON path of the error in a rejected event.</summary>
    public string? Path { get; init; }

    /// <summary>The incident now; null if there is none, or it has expired.</summary>
    public IncidentLine? Incident { get; init; }

    /// <summary>Why people were notified, or nobody was; null without an entry in a timeline.</summary>
    public string? Notification { get; init; }

    /// <summary>One sentence about the notification.</summary>
    public string? NotificationMeaning { get; init; }

    /// <summary>The receivers that would have been notified without the mute.</summary>
    public ImmutableArray<string> WouldNotify { get; init; } = [];

    /// <summary>The routes that its labels were tried on; null if no route had a say.</summary>
    public WhyRoutes? Routes { get; init; }

    /// <summary>The receivers that its routes named.</summary>
    public ImmutableArray<string> Receivers { get; init; } = [];

    /// <summary>The messages.</summary>
    public ImmutableArray<DeliveryLine> Deliveries { get; init; } = [];

    /// <summary>The reactions that it caused.</summary>
    public ImmutableArray<ReactionLine> Reactions { get; init; } = [];

    /// <summary>The end of this part.</summary>
    public required WhyEnd End { get; init; }
}

/// <summary>The severity of a part.</summary>
/// <param name="Value">info, low, medium, high or critical.</param>
/// <param name="By">By what it was given.</param>
internal sealed record WhySeverity(string Value, string By);
