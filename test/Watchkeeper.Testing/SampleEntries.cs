using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Testing;

/// <summary>Timeline entries as the product makes them, for tests of messages and channels.</summary>
public static class SampleEntries
{
    /// <summary>When the sample incident began.</summary>
    public static DateTimeOffset Began { get; } = new(2026, 11, 24, 7, 23, 5, TimeSpan.Zero);

    /// <summary>An alarm over the CPU of an Auto Scaling group.</summary>
    public static Subject Subject { get; } = new()
    {
        Fingerprint = new Fingerprint("alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:order-cpu"),
        Source = SignalSource.Alarm,
        Kind = SignalKind.Cpu,
        Name = "order-cpu",
        Title = "CPU of the order service above 80 %",
        Account = "123456789012",
        Region = "eu-central-1",
        Resource = "order-web",
        Service = "order",
        Runbook = "https://wiki.example.com/order/cpu",
        Labels = LabelSet.From(
        [
            KeyValuePair.Create("namespace", "AWS/EC2"),
            KeyValuePair.Create("metric", "CPUUtilization"),
            KeyValuePair.Create("AutoScalingGroupName", "order-web"),
        ]),
    };

    /// <summary>A change of an incident of <paramref name="subject"/>, <paramref name="minutes"/> after it began.</summary>
    public static TimelineEntry Create(
        Transition? transition, Subject? subject = null, int minutes = 0, DecisionReason? reason = null,
        string because = "Threshold Crossed: 3 datapoints were greater than the threshold (80.0).",
        Severity severity = Severity.High)
    {
        var at = Began.AddMinutes(minutes);
        return new TimelineEntry
        {
            Key = "T#0000000007",
            Incident = Incident(subject ?? Subject, transition, at) with { Severity = severity },
            Transition = transition,
            At = at.AddSeconds(2),
            Ending = transition is Transition.SilenceEnding
                ? new SilenceEnding("sil-69a527cb0011223344", at.AddMinutes(15), "anna", "the database moves")
                : null,
            Change = transition is Transition.SilenceEnding ? null : new IncidentChange
            {
                Reason = reason ?? ReasonOf(transition),
                SignalId = "5f3b6c1d2e4f5a6b7c8d9e0f1a2b3c4d",
                EventId = "7bf73129-1428-4cd3-a780-95db273d1602",
                OccurredAt = at,
                RecordedAt = at.AddSeconds(2),
                Description = because,
            },
        };
    }

    /// <summary>The outcome of a reaction to the sample incident.</summary>
    public static TimelineEntry Create(
        ReactionStatus status, ReactionAction? action = null, ReactionRefusal? refusal = null, string detail = "",
        string reaction = "scale-out")
    {
        var incident = Incident(Subject, Transition.Opened, Began);
        return new TimelineEntry
        {
            Key = $"N#{reaction}.0",
            Incident = incident,
            At = Began.AddSeconds(5),
            Reaction = new ReactionRecord
            {
                Incident = incident,
                Step = $"{reaction}.0",
                Reaction = reaction,
                Mode = status is ReactionStatus.WouldDo ? ReactionMode.DryRun : ReactionMode.Auto,
                Status = status,
                Action = action,
                Refusal = refusal,
                Detail = detail,
                PlannedAt = Began.AddSeconds(4),
                FinishedAt = Began.AddSeconds(5),
            },
        };
    }

    private static Incident Incident(Subject subject, Transition? transition, DateTimeOffset at) => new()
    {
        Id = "inc-6924068912ab34cd56ef",
        Status = transition switch
        {
            Transition.Acknowledged => IncidentStatus.Acknowledged,
            Transition.Resolved => IncidentStatus.Resolved,
            _ => IncidentStatus.Open,
        },
        Severity = Severity.High,
        Subject = subject,
        OpenedAt = Began,
        ResolvedAt = transition is Transition.Resolved ? at : null,
        AcknowledgedBy = transition is Transition.Acknowledged ? "li.wei" : null,
        Signals = transition is Transition.Opened ? 1 : 4,
        Reopenings = transition is Transition.Reopened ? 2 : 0,
    };

    private static DecisionReason ReasonOf(Transition? transition) => transition switch
    {
        Transition.Opened => DecisionReason.Opened,
        Transition.Reopened => DecisionReason.Reopened,
        Transition.Escalated => DecisionReason.Escalated,
        Transition.Acknowledged => DecisionReason.Acknowledged,
        Transition.Resolved => DecisionReason.Resolved,
        _ => DecisionReason.Repeated,
    };
}
