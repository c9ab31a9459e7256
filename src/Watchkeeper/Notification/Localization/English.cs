using Watchkeeper.Incidents;
using Watchkeeper.Notification.Links;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Localization;

/// <summary>English.</summary>
internal static class English
{
    public static Translations Sentences { get; } = new()
    {
        Tag = "en",
        Locale = Locale.English,
        Phrases = new Dictionary<TextKey, string>
        {
            [TextKey.Subject] = "[{severity}] {verb}: {what}",
            [TextKey.SmsHead] = "{severity} {verb}: ",

            [TextKey.OpenedLead] = "The incident began at {since}.",
            [TextKey.ReopenedLead] =
                "The incident was resolved and has come back (returns so far: {returns}). It first began at {since}.",
            [TextKey.EscalatedLead] = "The incident has become worse: its severity is {severity} now. It began at {since}.",
            [TextKey.CommentedLead] = "Somebody added a note. The incident began at {since}.",
            [TextKey.AcknowledgedLead] = "Acknowledged by {who}. The incident began at {since}.",
            [TextKey.ResolvedLead] = "The incident is resolved. It was active for {duration}, from {since} to {until}.",
            [TextKey.ResolvedByPersonLead] =
                "A person closed the incident. It was active for {duration}, from {since} to {until}.",
            [TextKey.ExpiredLead] =
                "No further events; closed automatically. The incident was active for {duration}, from {since} to {until}.",
            [TextKey.AnotherActLead] =
                "The same act happened again, but by another actor, from another source, or with a wider effect. The "
                + "incident began at {since}.",
            [TextKey.MuteEndedLead] =
                "The incident began at {since}, while CloudWatch muted the alarm. The mute has ended, and the alarm still "
                + "fires.",
            [TextKey.RemindedLead] =
                "Reminder: the incident is still active, and nobody has acknowledged it. It began at {since}, {duration} "
                + "ago; signals so far: {signals}.",
            [TextKey.SourceGoneLead] =
                "The alarm or resource no longer exists; closed automatically. The incident was active for {duration}, from "
                + "{since} to {until}.",
            [TextKey.NoDataLead] =
                "The alarm has had no data for hours; closed automatically. Check whether the monitored resource still runs. "
                + "The incident was active for {duration}, from {since} to {until}.",
            [TextKey.RecordedLead] = "Another signal of this incident was recorded. The incident began at {since}.",

            [TextKey.ResolvedVerb] = "Resolved after {duration}",
            [TextKey.ClosedVerb] = "Closed after {duration}",
            [TextKey.RecordedVerb] = "Recorded",
            [TextKey.ReactionHeadline] = "{reaction} for {what}",

            [TextKey.SetDesiredCapacity] = "raise the desired capacity of the Auto Scaling group {group} from {from} to {to}",
            [TextKey.MarkUnhealthy] =
                "mark the instance {instance} unhealthy, so that the Auto Scaling group {group} replaces it",
            [TextKey.UnnamedAction] = "carry out the reaction {reaction}",

            [TextKey.AdviceWhenCommented] = "Read the note.",
            [TextKey.AdviceWhenAcknowledged] = "Nothing, unless you can help: somebody is working on the incident.",
            [TextKey.AdviceWhenResolved] =
                "Nothing now. If the incident keeps coming back, look for the cause, or for a threshold that is too tight.",
            [TextKey.AdviceWhenExpired] = "Check that the problem is over: its source did not report an end.",
            [TextKey.AdviceWhenSourceGone] = "Nothing, if the alarm or resource was removed on purpose.",
            [TextKey.AdviceWhenNoData] =
                "If the monitored resource was removed on purpose, delete the alarm. Otherwise find out why it reports no "
                + "data.",

            [TextKey.What] = "What",
            [TextKey.Kind] = "Kind",
            [TextKey.Severity] = "Severity",
            [TextKey.Service] = "Service",
            [TextKey.Account] = "Account",
            [TextKey.Region] = "Region",
            [TextKey.Resource] = "Resource",
            [TextKey.Metric] = "Metric",
            [TextKey.Actor] = "Actor",
            [TextKey.ApiCall] = "API call",
            [TextKey.SourceAddress] = "Source address",
            [TextKey.OtherLabels] = "Labels",
            [TextKey.MutedBy] = "Muted by",
            [TextKey.Since] = "Since",
            [TextKey.SinceEarlier] = "{since} ({duration} earlier)",
            [TextKey.Lasted] = "Duration",
            [TextKey.Signals] = "Signals",
            [TextKey.Why] = "Reason",
            [TextKey.Note] = "Note",
            [TextKey.Answer] = "Outcome",

            [TextKey.WhatToDo] = "What to do",
            [TextKey.Runbook] = "Runbook",
            [TextKey.InTheConsole] = "In the AWS console",
            [TextKey.Footer] = "Incident {incident}, recorded at {at} by Watchkeeper.",

            [TextKey.Somebody] = "Somebody",
            [TextKey.Colon] = ": ",
            [TextKey.ListComma] = ", ",
        },
        Severities = new Dictionary<Severity, string>
        {
            [Severity.Info] = "INFO",
            [Severity.Low] = "LOW",
            [Severity.Medium] = "MEDIUM",
            [Severity.High] = "HIGH",
            [Severity.Critical] = "CRITICAL",
        },
        Transitions = new Dictionary<Transition, string>
        {
            [Transition.Opened] = "Opened",
            [Transition.Reopened] = "Came back",
            [Transition.Escalated] = "Escalated",
            [Transition.AnotherAct] = "Another act",
            [Transition.MuteEnded] = "Still firing after mute",
            [Transition.Reminded] = "Still active",
            [Transition.Acknowledged] = "Acknowledged",
            [Transition.Commented] = "Note",
            [Transition.Resolved] = "Resolved",
        },
        Kinds = new Dictionary<SignalKind, string>
        {
            [SignalKind.Cpu] = "CPU utilisation",
            [SignalKind.DiskRead] = "Disk reads",
            [SignalKind.DiskWrite] = "Disk writes",
            [SignalKind.NetworkIn] = "Network in",
            [SignalKind.NetworkOut] = "Network out",
            [SignalKind.StatusCheck] = "Status check",
            [SignalKind.CustomMetric] = "Metric",
            [SignalKind.ScalingLimit] = "Scaling limit",
            [SignalKind.CompositeAlarm] = "Composite alarm",
            [SignalKind.Detection] = "Detection in CloudTrail",
            [SignalKind.Insight] = "CloudTrail insight",
            [SignalKind.AuditError] = "Trusted Advisor: action recommended",
            [SignalKind.AuditWarning] = "Trusted Advisor: investigation recommended",
            [SignalKind.HealthIssue] = "AWS Health: service issue",
            [SignalKind.HealthScheduledChange] = "AWS Health: scheduled change",
            [SignalKind.HealthNotification] = "AWS Health: notification",
        },
        Advice = new Dictionary<SignalKind, string>
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
        },
        ReactionVerbs = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "Reaction started",
            [ReactionStatus.Done] = "Reaction done",
            [ReactionStatus.WouldDo] = "Dry run",
            [ReactionStatus.Refused] = "Reaction refused",
            [ReactionStatus.Failed] = "Reaction failed",
            [ReactionStatus.Unknown] = "Reaction unclear",
        },
        ReactionLeads = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "Watchkeeper is about to {action}.",
            [ReactionStatus.Done] = "Watchkeeper did this, and AWS accepted it: {action}.",
            [ReactionStatus.WouldDo] = "Nothing was changed. In mode auto Watchkeeper would now {action}.",
            [ReactionStatus.Refused] = "Nothing was changed. Watchkeeper planned to {action}, but {refusal}.",
            [ReactionStatus.Failed] = "Nothing was changed. Watchkeeper tried to {action}, and AWS refused.",
            [ReactionStatus.Unknown] =
                "Watchkeeper tried to {action}, but could not confirm the result. It does not try again.",
        },
        ReactionAdvice = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "Wait for the outcome; a separate message reports it.",
            [ReactionStatus.Done] =
                "Watch whether the incident resolves in the next minutes; if it does not, the cause lies elsewhere.",
            [ReactionStatus.WouldDo] =
                "If the reaction is right, do it by hand, or set the template's parameter Reactions to auto.",
            [ReactionStatus.Refused] = "Look at the incident yourself: no automatic reaction is running.",
            [ReactionStatus.Failed] =
                "If the reaction is right, do it by hand. Check the role of ReactFunction and the state of the target.",
            [ReactionStatus.Unknown] = "Look at the group's activity history. If the change is missing there, make it by hand.",
        },
        Refusals = new Dictionary<ReactionRefusal, string>
        {
            [ReactionRefusal.Stopped] = "the global stop is set",
            [ReactionRefusal.Cooldown] = "the target was acted on too recently",
            [ReactionRefusal.Budget] = "this hour's budget of reactions is used up",
            [ReactionRefusal.AtMaximum] = "the group is at its maximum size",
            [ReactionRefusal.NoGroup] = "the target belongs to no Auto Scaling group",
            [ReactionRefusal.AlreadyUnhealthy] = "the group is already replacing the instance",
            [ReactionRefusal.HealthyMinimum] = "too few other instances are in service",
            [ReactionRefusal.OutsideHome] = "the target is in another account or region",
            [ReactionRefusal.PlaceUnknown] = "the account or region of the target or of the function is unknown",
            [ReactionRefusal.Muted] = "the alarm is muted",
            [ReactionRefusal.ActionsDisabled] = "the alarm's actions are disabled",
            [ReactionRefusal.AlarmUnknown] = "CloudWatch did not return the alarm's state",
            [ReactionRefusal.AlarmGone] = "CloudWatch has no such alarm",
            [ReactionRefusal.AlarmRecovered] = "the alarm is no longer in state ALARM",
            [ReactionRefusal.ScalingAlarm] = "the alarm serves a scaling policy",
            [ReactionRefusal.LoadLow] = "the alarm reports too little load",
            [ReactionRefusal.LoadUnknown] = "the alarm does not show whether the load is too high or too low",
            [ReactionRefusal.CheckPassed] = "the alarm fires while the check passes",
            [ReactionRefusal.CheckUnknown] = "the alarm does not show that the check failed",
            [ReactionRefusal.GroupUnknown] = "the group's state cannot be read",
            [ReactionRefusal.GroupDeleting] = "the group is being deleted",
            [ReactionRefusal.GroupBusy] = "others are changing the group at the same moment",
            [ReactionRefusal.ProcessSuspended] = "a process of the group is suspended",
            [ReactionRefusal.InstanceRefresh] = "an instance refresh is under way",
            [ReactionRefusal.WarmPoolMoving] = "the group's warm pool is changing",
            [ReactionRefusal.Standby] = "the instance is on standby",
            [ReactionRefusal.Detached] = "the instance is being detached",
            [ReactionRefusal.NotInService] = "the instance is not in service",
            [ReactionRefusal.ScaleInProtected] = "the instance is protected from scale-in",
        },
        Acts = EnglishActs.Sentences,
        Links = new Dictionary<LinkTarget, string>
        {
            [LinkTarget.Alarm] = "Alarm",
            [LinkTarget.Instance] = "Instance",
            [LinkTarget.ScalingGroup] = "Auto Scaling group",
            [LinkTarget.Volume] = "Volume",
            [LinkTarget.LoadBalancer] = "Load balancer",
            [LinkTarget.Database] = "Database",
            [LinkTarget.DatabaseCluster] = "Database cluster",
            [LinkTarget.Table] = "Table",
            [LinkTarget.Queue] = "Queue",
            [LinkTarget.Function] = "Function",
            [LinkTarget.TrailEvent] = "CloudTrail event",
            [LinkTarget.TrailInsights] = "CloudTrail insights",
            [LinkTarget.HealthEvent] = "Health dashboard",
            [LinkTarget.AdvisorCheck] = "Trusted Advisor",
        },
        Units = new Dictionary<Unit, (string, string)>
        {
            [Unit.Second] = ("{n} second", "{n} seconds"),
            [Unit.Minute] = ("{n} minute", "{n} minutes"),
            [Unit.Hour] = ("{n} hour", "{n} hours"),
            [Unit.Day] = ("{n} day", "{n} days"),
        },
    };
}
