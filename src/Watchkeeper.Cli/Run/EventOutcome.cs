using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Run;

/// <summary>The outcome of one event part, as <c>--output json</c> prints it.</summary>
internal sealed record EventOutcome
{
    /// <summary>«event»; «effects» if no event caused the consequences.</summary>
    public string Object { get; init; } = "event";

    /// <summary>When the run showed it, by the run's clock, which follows the times of the events.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The event's own time; null if the event has no time in a known format.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>The event's file, relative to the events folder; empty for a schedule.</summary>
    public required string File { get; init; }

    /// <summary>The function that processed the event; null if none did.</summary>
    public string? Function { get; init; }

    /// <summary>How the part was accounted for.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The named reason in kebab case, or the description of a rejection or failure.</summary>
    public required string Reason { get; init; }

    /// <summary>The JSON path of the rejected value; null without a rejection.</summary>
    public string? Path { get; init; }

    /// <summary>The incident's id; null if the event changed no incident.</summary>
    public string? Incident { get; init; }

    /// <summary>The incident's status after the event: open, acknowledged or resolved; null without an incident.</summary>
    public IncidentStatus? Status { get; init; }

    /// <summary>How AWS mutes the incident; null if it does not.</summary>
    public MuteKind? Mute { get; init; }

    /// <summary>The fingerprint of the signal's subject; null without a signal.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The signal's severity: info, low, medium, high or critical; null without a signal.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The declared severity if Watchkeeper does not know the word; otherwise null.</summary>
    public string? UnknownSeverity { get; init; }

    /// <summary>The signal's title, unchanged from the event; null without a signal.</summary>
    public string? Title { get; init; }

    /// <summary>The envelope's id; null if the event has none.</summary>
    public string? EventId { get; init; }

    /// <summary>The notifications and reactions that the event caused, in order of time; may be empty.</summary>
    public ImmutableArray<EventEffect> Consequences { get; init; } = [];

    /// <summary>The path of the dead letter's file, or its queue and message; null if there is none.</summary>
    public string? DeadLetter { get; init; }
}

/// <summary>What an event caused.</summary>
internal enum EffectKind
{
    /// <summary>A message to people.</summary>
    Message,

    /// <summary>A reaction to an incident.</summary>
    Reaction,

    /// <summary>A change of an incident by time, or by a state read from CloudWatch.</summary>
    Incident,
}

/// <summary>An effect of an event.</summary>
internal sealed record EventEffect
{
    /// <summary>The kind.</summary>
    public required EffectKind Kind { get; init; }

    /// <summary>The id of the affected incident.</summary>
    public required string Incident { get; init; }

    /// <summary>
    /// The message's occasion (opened, resolved …), the reaction's name, or the reason for the incident's change.
    /// </summary>
    public required string What { get; init; }

    /// <summary>The channel and address, such as <c>mail a@shop.example</c>; null unless it is a message.</summary>
    public string? Channel { get; init; }

    /// <summary>The status: sent, retrying, failed; for reactions done, would-do, refused …</summary>
    public required string Status { get; init; }

    /// <summary>The message's file or id, the reason for a failure or refusal, or the incident's title.</summary>
    public required string Detail { get; init; }

    /// <summary>The incident's title, unchanged from its events.</summary>
    [JsonIgnore]
    public string? Title { get; init; }

    /// <summary>The event that changed the incident.</summary>
    [JsonIgnore]
    public string? EventId { get; init; }
}
