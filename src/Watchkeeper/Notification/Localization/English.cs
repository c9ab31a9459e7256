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

            [TextKey.Since] = "Since {since}",
            [TextKey.SinceFor] = "Since {since} ({duration})",
            [TextKey.Announced] = "Announced {since}",
            [TextKey.At] = "At {at}",
            [TextKey.AtOf] = "At {at}; the incident began at {since}",

            [TextKey.ReopenedLead] = "It was resolved and has come back (returns so far: {returns}).",
            [TextKey.EscalatedLead] = "It has become worse: its severity is {severity} now.",
            [TextKey.FurtherPageLead] = "A further page of the same event lists resources that declare severity {severity}.",
            [TextKey.PlannedNearLead] = "The planned time is near, so the severity is {severity} now.",
            [TextKey.AcknowledgedLead] = "Acknowledged by {who}.",
            [TextKey.ResolvedByPersonLead] = "A person closed it.",
            [TextKey.ExpiredLead] = "No further events; closed automatically.",
            [TextKey.AnotherActLead] = "It happened again: by another actor, from another source, or with a wider effect.",
            [TextKey.GroupedLead] = "Together with {count} more: {members}.",
            [TextKey.StormLead] = "Many messages at once: together with {count} more: {members}.",
            [TextKey.GroupedFurther] = "and {count} more",
            [TextKey.GroupedOver] = "{what} (ended)",
            [TextKey.SilencedLead] = "Kept quiet until now by silence {by} ({detail}).",
            [TextKey.SilenceEndingLead] =
                "Silence {silence} of {who} ({reason}) ends at {end}, and this still fires. It is told then unless it has ended.",
            [TextKey.InhibitedLead] = "Kept quiet until now by {by} ({detail}).",
            [TextKey.MutedByIntervalLead] = "Kept quiet until now by time interval {by}.",
            [TextKey.TemplateProblem] = "This channel's own template was not used: {problem}.",
            [TextKey.NotReachedLead] = "{receiver} was not reached by {channel}: {reason}.",
            [TextKey.MuteEndedLead] =
                "It began while CloudWatch muted the alarm. The mute has ended, and the alarm still fires.",
            [TextKey.RemindedLead] = "Reminder: it is still active, and nobody has acknowledged it.",
            [TextKey.SourceGoneLead] = "The alarm or resource no longer exists; closed automatically.",
            [TextKey.NoDataLead] =
                "The alarm has had no data for hours; closed automatically. Check whether the monitored resource still runs.",
            [TextKey.RecordedLead] = "Another signal of this incident was recorded.",

            [TextKey.ResolvedVerb] = "Resolved after {duration}",
            [TextKey.ClosedVerb] = "Closed after {duration}",
            [TextKey.RecordedVerb] = "Recorded",

            [TextKey.DryRunOutlook] =
                "Dry run: would {action}. To allow it: parameter Reactions = auto, and tag watchkeeper:reactions = allowed on "
                + "the group.",
            [TextKey.AutoOutlook] = "Watchkeeper checks now whether it may {action}. The outcome follows.",
            [TextKey.RefusedOutlook] = "No automatic reaction: {refusal}.",
            [TextKey.ScaleOut] = "scale out {target}",
            [TextKey.ReplaceInstance] = "replace {target}",

            [TextKey.SetDesiredCapacity] = "raise the desired capacity of the Auto Scaling group {group} from {from} to {to}",
            [TextKey.MarkUnhealthy] =
                "mark the instance {instance} unhealthy, so that the Auto Scaling group {group} replaces it",
            [TextKey.UnnamedAction] = "carry out the reaction {reaction}",

            [TextKey.AdviceWhenCommented] = "Read the note.",
            [TextKey.AdviceWhenSilenceEnds] =
                "If it shall stay quiet, extend the silence: watchkeeper silence extend {silence} --for 2h. Otherwise nothing.",
            [TextKey.AdviceWhenAcknowledged] = "Nothing, unless you can help: somebody is working on the incident.",
            [TextKey.AdviceWhenResolved] =
                "Nothing now. If it keeps coming back, look for the cause.",
            [TextKey.AdviceWhenExpired] = "Check that the problem is over: its source did not report an end.",
            [TextKey.AdviceWhenSourceGone] = "Nothing, if the alarm or resource was removed on purpose.",
            [TextKey.AdviceWhenNoData] =
                "If the monitored resource was removed on purpose, delete the alarm. Otherwise find out why it reports no "
                + "data.",

            [TextKey.What] = "What",
            [TextKey.Alarm] = "Alarm name",
            [TextKey.AlarmType] = "Type of alarm",
            [TextKey.Check] = "Check",
            [TextKey.EventType] = "Event type",
            [TextKey.Kind] = "Kind",
            [TextKey.Severity] = "Severity",
            [TextKey.Service] = "Service",
            [TextKey.Account] = "Account",
            [TextKey.Resource] = "Resource",
            [TextKey.Metric] = "Metric",
            [TextKey.Actor] = "Actor",
            [TextKey.ApiCall] = "API call",
            [TextKey.SourceAddress] = "Source address",
            [TextKey.MutedBy] = "Muted by",
            [TextKey.Began] = "Began",
            [TextKey.Ended] = "Ended",
            [TextKey.Planned] = "Planned for",
            [TextKey.Signals] = "Signals",
            [TextKey.DataPoints] = "Data points",
            [TextKey.Shortened] = "… shortened",
            [TextKey.Why] = "Reason",
            [TextKey.Note] = "Note",
            [TextKey.Answer] = "Outcome",

            [TextKey.WhatToDo] = "What to do",
            [TextKey.AlarmDescription] = "Description",
            [TextKey.Runbook] = "Runbook",
            [TextKey.InTheConsole] = "In the AWS console",
            [TextKey.UnusualCalls] = "Unusual rate of calls of {api}",
            [TextKey.UnusualErrors] = "Unusual rate of errors from {api}",
            [TextKey.LostEvents] = "The end of some events cannot be found",
            [TextKey.UnusableConfiguration] = "The applied configuration cannot be used",
            [TextKey.UnusableVersion] = "Configuration version {version} ({hash}) cannot be used",
            [TextKey.UnusualErrorCode] = "Unusual rate of {error} from {api}",
            [TextKey.SubjectBy] = "{what}, by {who}",
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
            [Transition.SilenceEnding] = "Silence ends soon",
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
            [SignalKind.HealthAbuse] = "AWS Health: abuse or credentials at risk",
            [SignalKind.UnusableConfiguration] = "Watchkeeper's configuration",
            [SignalKind.LostEvents] = "Watchkeeper's own books",
        },
        Advice = EnglishAdvice.ByKind,
        Quotes = new Dictionary<SignalSource, string>
        {
            [SignalSource.Alarm] = "In CloudWatch's words",
            [SignalSource.Trail] = "In CloudTrail's words",
            [SignalSource.Audit] = "In Trusted Advisor's words",
            [SignalSource.Health] = "In AWS Health's words",
            [SignalSource.Watchkeeper] = "What Watchkeeper found",
        },
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["arn"] = "ARN",
            ["declared"] = "Declared severity",
            ["entities"] = "Affected resources",
            ["owner"] = "Owner",
            [SubjectLabels.ErrorCode] = "Error code",
            [SubjectLabels.ConfigurationVersion] = "Version",
            [SubjectLabels.ConfigurationHash] = "Hash",
            [SubjectLabels.AppliedBy] = "Applied by",
        },
        AlarmTypes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["metric"] = "one metric",
            ["metric-math"] = "metric math",
            ["anomaly"] = "anomaly detection",
            ["metrics-insights"] = "Metrics Insights query",
            ["composite"] = "composite",
        },
        Reactions = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scale-out"] = "Scale-out",
            ["replace-instance"] = "Instance replacement",
        },
        ReactionVerbs = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "{reaction} started",
            [ReactionStatus.Done] = "{reaction} done",
            [ReactionStatus.WouldDo] = "Dry run of {reaction}",
            [ReactionStatus.Refused] = "{reaction} refused",
            [ReactionStatus.Failed] = "{reaction} failed",
            [ReactionStatus.Unknown] = "{reaction} with unknown result",
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
                "If the reaction is right, do it by hand. To let Watchkeeper do it, set the parameter Reactions to auto and tag "
                + "the group watchkeeper:reactions = allowed.",
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
        Units = new Dictionary<Unit, string>
        {
            [Unit.Second] = "{n} s",
            [Unit.Minute] = "{n} min",
            [Unit.Hour] = "{n} h",
            [Unit.Day] = "{n} d",
        },
    };
}
