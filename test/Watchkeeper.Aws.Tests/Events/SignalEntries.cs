using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>The signals of the story's events, and timeline entries that they may cause.</summary>
internal static class SignalEntries
{
    private static readonly DetectionMatcher Matcher = new(DetectionCatalogue.All);

    /// <summary>The signals that detections find in an event of CloudTrail.</summary>
    public static Signal[] Detected(string name) =>
        TrailEvents.Read(EventFiles.Bytes(name), EventFiles.Now) is TrailParseResult.Happened happened
            ? [.. Matcher.Signals(happened.Event)]
            : [];

    /// <summary>All signals of an event.</summary>
    public static Signal[] All(string name) =>
    [
        .. EventFiles.Read(name).OfType<SignalParseResult.Accepted>().Select(accepted => accepted.Signal),
        .. EventFiles.Parser(name) is EventParser.Trail ? Detected(name) : [],
    ];

    /// <summary>Entries of an incident whose newest signal this is.</summary>
    public static IEnumerable<TimelineEntry> Create(Signal signal) => signal.Condition is SignalCondition.Resolved
        ? [Entry(signal, Transition.Resolved, DecisionReason.Resolved, signal)]
        :
        [
            Entry(signal, Transition.Opened, DecisionReason.Opened, signal),
            Entry(signal, Transition.AnotherAct, DecisionReason.AnotherAct, signal),
            Entry(signal, Transition.Escalated, DecisionReason.Escalated, signal),
            Entry(signal, Transition.Reminded, DecisionReason.Reminded, null),
            Entry(signal, Transition.Resolved, DecisionReason.Expired, null),
        ];

    private static TimelineEntry Entry(Signal signal, Transition transition, DecisionReason reason, Signal? cause) => new()
    {
        Key = "T#0000000001",
        Incident = new Incident
        {
            Id = Incident.IdFor(signal),
            Status = transition is Transition.Resolved ? IncidentStatus.Resolved : IncidentStatus.Open,
            Severity = signal.RuleSeverity ?? Severity.High,
            Subject = SubjectLimits.Bound(signal.Subject),
            Measurement = signal.Measurement,
            OpenedAt = signal.OccurredAt.AddHours(-1),
            ResolvedAt = transition is Transition.Resolved ? signal.OccurredAt : null,
            Signals = 2,
        },
        Transition = transition,
        At = signal.OccurredAt,
        Change = new IncidentChange
        {
            Reason = reason,
            SignalId = signal.Id,
            EventId = signal.EventId,
            OccurredAt = signal.OccurredAt,
            RecordedAt = signal.OccurredAt,
            Description = cause is null ? "" : signal.Reason,
            Signal = cause is null ? null : SubjectLimits.Bound(cause),
        },
    };
}
