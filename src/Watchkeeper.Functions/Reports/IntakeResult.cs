using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Reports;

/// <summary>How one reading was accounted for.</summary>
public sealed record IntakeResult
{
    /// <summary>The envelope's id; empty where it could not be read.</summary>
    public required string EventId { get; init; }

    /// <summary>An <see cref="Incidents.Outcome"/> in kebab case.</summary>
    public required string Outcome { get; init; }

    /// <summary>A <see cref="Incidents.DecisionReason"/> in kebab case, why it was ignored, or what could not be understood.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the trouble is, for events that could not be understood.</summary>
    public string? Path { get; init; }

    /// <summary>The incident it belongs to.</summary>
    public string? Incident { get; init; }

    /// <summary>What it is about.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How bad it is, in kebab case.</summary>
    public string? Severity { get; init; }

    /// <summary>A severity that it declares and that is none of the known words.</summary>
    public string? UnknownSeverity { get; init; }

    /// <summary>The signal's title.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the incident lasts after it.</summary>
    public string? Status { get; init; }

    /// <summary>How AWS keeps the incident quiet, a <see cref="MuteKind"/> in kebab case; null where it does not.</summary>
    public string? Mute { get; init; }

    /// <summary>An event that was understood, with nothing in it to act on.</summary>
    internal static IntakeResult Ignored(string eventId, string reason) =>
        new() { EventId = eventId, Outcome = Incidents.Outcome.Ignored.ToKebabCase(), Reason = reason };

    /// <summary>An event that could not be understood.</summary>
    internal static IntakeResult Rejected(string path, string reason) =>
        new() { EventId = "", Outcome = Incidents.Outcome.Failed.ToKebabCase(), Reason = reason, Path = path };

    /// <summary>How a signal was accounted for.</summary>
    internal static IntakeResult From(RecordedSignal recorded) => new()
    {
        EventId = recorded.Signal.EventId,
        Outcome = Outcomes.For(recorded.Reason).ToKebabCase(),
        Reason = recorded.Reason.ToKebabCase(),
        Incident = recorded.Slot?.Incident?.Id,
        Fingerprint = recorded.Signal.Subject.Fingerprint.Text,
        // What ends an incident says nothing of how bad it was.
        Severity = (
            recorded.Signal.Condition is SignalCondition.Resolved or SignalCondition.Gone && recorded.Slot?.Incident is { } ended
                ? ended.Severity
                : recorded.Severity).ToKebabCase(),
        UnknownSeverity = recorded.Signal.UnknownSeverity,
        Title = recorded.Signal.Subject.Title,
        Mute = recorded.Slot?.Active?.Mute is { } mute ? mute.Kind.ToKebabCase() : null,
        Status = recorded.Slot?.Incident is { } incident ? incident.Status.ToKebabCase() : null,
    };
}
