using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Localization;

/// <summary>What to do first, in English.</summary>
internal static class EnglishAdvice
{
    /// <summary>The advice for a kind of signal, where nothing more specific is known.</summary>
    public static IReadOnlyDictionary<SignalKind, string> ByKind { get; } = new Dictionary<SignalKind, string>
    {
        [SignalKind.Cpu] =
            "Find out whether load or a fault drives it: compare request rate and latency with an hour ago, then look at the "
            + "busiest process. More load: add instances or capacity. A fault: roll back the last change.",
        [SignalKind.DiskRead] =
            "Look for a job, a query without an index, or a cache that has just lost its contents; compare the volume's "
            + "or table's reads with its limit, and raise the limit if the load is right.",
        [SignalKind.DiskWrite] =
            "Look for runaway logging, a backup or a bulk load; check free space and the volume's or table's write limit "
            + "before it starts to throttle.",
        [SignalKind.NetworkIn] =
            "Separate customers from attackers: look at the load balancer's requests by client address and path. Block "
            + "or rate-limit attackers; scale out for customers.",
        [SignalKind.NetworkOut] =
            "Find out where the data goes: VPC flow logs by destination. Stop the instance or role at once if you do not "
            + "know the destination; it may be data that is being stolen.",
        [SignalKind.StatusCheck] =
            "See which check fails. System check: the fault is in AWS's host, so stop and start the instance to move it. "
            + "Instance check: read the console output and reboot. In an Auto Scaling group, let the group replace it.",
        [SignalKind.CustomMetric] =
            "Open the alarm's graph and see when it left its usual range and what was deployed or changed just before; "
            + "then look at the logs of that time.",
        [SignalKind.ScalingLimit] =
            "The group cannot grow although its scaling policy asks for more. Raise its maximum if the load is right, or "
            + "find the cause of the load.",
        [SignalKind.CompositeAlarm] =
            "Open the alarm and see which of its child alarms are in ALARM; begin with the one that fired first.",
        [SignalKind.Detection] =
            "Ask the person behind the call whether they meant it. If not, or if they cannot be reached: disable the "
            + "credentials, undo the change, and look for what else the same identity did.",
        [SignalKind.Insight] =
            "Open the insight and see which identity and which call stand out. Expected, such as a migration: note it. "
            + "Otherwise treat the identity's credentials as stolen until you know better.",
        [SignalKind.AuditError] =
            "Open the check, read its recommendation for the flagged resource and carry it out today. If the resource is "
            + "right as it is, exclude it in Trusted Advisor.",
        [SignalKind.AuditWarning] =
            "Open the check, find the flagged resource's owner and decide with them whether to change it, or exclude it.",
        [SignalKind.HealthIssue] =
            "The problem is at AWS. See in the Health dashboard which of your resources are affected, move traffic to "
            + "another zone or region if you can, and hold back deployments until the issue is over.",
        [SignalKind.HealthScheduledChange] =
            "Read the date and the affected resources in the Health dashboard, and plan your own restart or replacement "
            + "before AWS's date comes.",
        [SignalKind.HealthNotification] =
            "Read the notification in the Health dashboard and forward it to the people concerned; some notifications "
            + "set a deadline.",
        [SignalKind.HealthAbuse] =
            "This is about your own resources. Isolate what is named, find out who did it and how, and answer AWS within 24 "
            + "hours: otherwise AWS may block the resource or suspend the account.",
        [SignalKind.LostEvents] =
            "Ask «why» for each event that is named, and tell its team what it says: they may not know of it. What waited to be sent is "
            + "sent now. Then look for errors in the logs of NotifyFunction and SweepFunction of that day.",
        [SignalKind.UnusableConfiguration] =
            "Until this ends, the last version that could be read decides, and a function that starts anew decides by the "
            + "template's parameters. Correct the file and apply it, or roll back to the version before.",
    };
}
