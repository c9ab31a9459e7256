using System.Text.Json.Serialization;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Reports;

/// <summary>The result of one parsed part of an event.</summary>
[JsonConverter(typeof(IntakeResultConverter))]
public sealed record IntakeResult
{
    /// <summary>The envelope's id; empty if it could not be read.</summary>
    public required string EventId { get; init; }

    /// <summary>How the part was accounted for.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// A <see cref="Incidents.DecisionReason"/> in kebab case, why the event was ignored, or why it was rejected.
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>The JSON path of the error in a rejected event.</summary>
    public string? Path { get; init; }

    /// <summary>The signal's incident.</summary>
    public string? Incident { get; init; }

    /// <summary>The fingerprint of the signal's subject.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The incident's severity, or else the signal's.</summary>
    public Severity? Severity { get; init; }

    /// <summary>A declared severity that Watchkeeper does not know.</summary>
    public string? UnknownSeverity { get; init; }

    /// <summary>The signal's title.</summary>
    public string? Title { get; init; }

    /// <summary>The incident's status after the signal.</summary>
    public IncidentStatus? Status { get; init; }

    /// <summary>How AWS mutes the incident; null if it does not.</summary>
    public MuteKind? Mute { get; init; }

    /// <summary>The result of a valid event that requires no action.</summary>
    internal static IntakeResult Ignored(string eventId, string reason) =>
        new() { EventId = eventId, Outcome = Outcome.Ignored, Reason = reason };

    /// <summary>The result of a rejected event.</summary>
    internal static IntakeResult Rejected(Rejection rejection) =>
        new() { EventId = "", Outcome = Outcome.Failed, Reason = rejection.Reason, Path = rejection.Path };

    /// <summary>The record of an event that has no entry in a timeline.</summary>
    /// <param name="function">The function that decided, by its name in the template.</param>
    /// <param name="at">When it was decided.</param>
    /// <param name="signal">The normalised signal; null if the event is none.</param>
    /// <param name="configuration">The version of the configuration; null if the decision asks none.</param>
    internal EventRecord ToRecord(string function, DateTimeOffset at, Signal? signal, string? configuration) => new()
    {
        EventId = EventId,
        Function = function,
        Outcome = Outcome,
        Reason = Reason,
        Path = Path,
        Signal = signal,
        Severity = Severity,
        Incident = Incident,
        Configuration = configuration,
        At = at,
    };

    /// <summary>The result of a recorded signal.</summary>
    internal static IntakeResult From(RecordedSignal recorded) => new()
    {
        EventId = recorded.Signal.EventId,
        Outcome = Outcomes.For(recorded.Reason),
        Reason = recorded.Reason.ToKebabCase(),
        Incident = recorded.Slot?.Incident?.Id,
        Fingerprint = recorded.Signal.Subject.Fingerprint.Text,
        // A signal that ends an incident does not carry the incident's severity.
        Severity = recorded.Signal.Condition is SignalCondition.Resolved or SignalCondition.Gone
            && recorded.Slot?.Incident is { } ended
                ? ended.Severity
                : recorded.Severity,
        UnknownSeverity = recorded.Signal.UnknownSeverity,
        Title = recorded.Signal.Subject.Title,
        Mute = recorded.Slot?.Active?.Mute?.Kind,
        Status = recorded.Slot?.Incident?.Status,
    };
}
