using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Asking;

/// <summary>One sentence for each named reason. A member without a sentence is an error that the tests find.</summary>
internal static class Meaning
{
    public static string Of(DecisionReason reason) => reason switch
    {
        DecisionReason.Opened => "something fires and no incident was active, so a new incident began",
        DecisionReason.Reopened => "it fires again shortly after the end, so the same incident is active again",
        DecisionReason.Repeated => "the active incident fires again, and nothing about it is new",
        DecisionReason.Escalated => "the active incident fires again with a higher severity, or its planned change is near",
        DecisionReason.AnotherAct => "the same kind of act by another actor, from another source, or with a wider effect",
        DecisionReason.Resolved => "the source reports that nothing is wrong any more",
        DecisionReason.SourceGone => "the alarm or resource no longer exists",
        DecisionReason.NothingToResolve => "the source reports an end, but no incident was active",
        DecisionReason.NoData => "the source has no data, so the incident keeps its state",
        DecisionReason.Duplicate => "this observation was recorded before; it came again or by another way",
        DecisionReason.Stale => "a newer state was known already, so this older one changes nothing",
        DecisionReason.Late => "it belongs to an incident that had ended already, and counts with it",
        DecisionReason.Acknowledged => "an operator acknowledged the incident",
        DecisionReason.ResolvedByPerson => "an operator resolved the incident",
        DecisionReason.Commented => "an operator added a note",
        DecisionReason.Expired => "no further event came within the quiet time; closed automatically",
        DecisionReason.NoDataForLong => "the source has had no data for too long; closed automatically",
        DecisionReason.MuteEnded => "the mute ended while the alarm still fires",
        DecisionReason.Reminded => "the incident is still active, and a reminder was due",
        DecisionReason.NothingToDo => "the incident already had the requested status, or had ended",
        DecisionReason.BelowThreshold =>
            "too few such events within the time that its detection counts in; no incident yet",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(NotificationReason reason) => reason switch
    {
        NotificationReason.Notify => "the receivers of its routes were notified",
        NotificationReason.NoIncident => "nothing has fired yet, so there is nothing to report",
        NotificationReason.Unchanged => "the row was written again without a change",
        NotificationReason.AfterTheEnd => "it came after the incident's end and does not belong to it",
        NotificationReason.ReactionStarted => "the reaction has only started; its outcome is reported",
        NotificationReason.DryRun => "dry run: the message about the incident said what the reaction would do",
        NotificationReason.NothingNew => "people know already: an earlier entry of this incident told them",
        NotificationReason.NotReported => "nobody was notified of this incident, so nobody hears of an operator's action on it",
        NotificationReason.Suppressed => "recorded and kept quiet; the deliveries say by what",
        NotificationReason.MutedAtSource => "its owner muted the alarm in CloudWatch: recorded, and nobody was notified",
        NotificationReason.Unrouted => "no route matches its labels, so nobody was notified",
        NotificationReason.UnknownReceiver => "its routes name receivers that the configuration does not define",
        NotificationReason.NoChannels => "its receivers have no channels",
        NotificationReason.ResolvedNotWanted => "it ended, and no channel of its receivers wants to know of ends",
        NotificationReason.Lost => "the table's stream gave it up, so nobody was notified; the entry was written afterwards",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(EventEndKind end) => end switch
    {
        EventEndKind.Notified => "a channel accepted a message about it",
        EventEndKind.Merged => "an incident recorded it, and people know already",
        EventEndKind.Suppressed => "nobody was notified",
        EventEndKind.Failed => "nobody was reached",
        EventEndKind.Pending => "a message about it is on its way",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Recorded => "it changed an incident",
        Outcome.Merged => "an incident has recorded it, and did not change",
        Outcome.Suppressed => "it was understood, and changes nothing",
        Outcome.Ignored => "it was understood, and nothing in it needs a decision",
        Outcome.Failed => "it was rejected; the dead letters hold it with this reason",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Pending => "not sent yet",
        DeliveryStatus.Sent => "the channel accepted the message",
        DeliveryStatus.Retrying => "the channel could not accept the message; it is sent again",
        DeliveryStatus.Failed => "the channel refused the message, or every attempt failed",
        DeliveryStatus.Held => "kept back; it is sent if the incident still fires when nothing keeps it quiet any longer",
        DeliveryStatus.Suppressed => "never sent: nothing was to be told any more when it was quiet no longer",
        DeliveryStatus.Merged => "never sent by itself: another message about the same incident told it",
        DeliveryStatus.Grouped => "never sent by itself: the message about another incident of its group names or counts it",
        DeliveryStatus.Undelivered => "the channel accepted the message, and later reported that it did not arrive",
        DeliveryStatus.Complained => "the message arrived, and its reader marked it as spam",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(FeedbackReason reason) => reason switch
    {
        FeedbackReason.Undelivered => "a message did not arrive",
        FeedbackReason.Complained => "a reader marked a message as spam",
        FeedbackReason.Delayed => "a message is delayed",
        FeedbackReason.Duplicate => "this report was recorded before",
        FeedbackReason.Overtaken => "a later report about the message was recorded before",
        FeedbackReason.RowGone => "no message of this installation is known by that id",
        FeedbackReason.NoSuchDelivery => "the message was not sent by this channel",
        FeedbackReason.Enough => "as many reports are recorded as one message may have",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Of(ReactionStatus status) => status switch
    {
        ReactionStatus.Started => "its call is about to start, or its outcome is being verified",
        ReactionStatus.Done => "AWS accepted the call",
        ReactionStatus.WouldDo => "dry-run: it would have made the call",
        ReactionStatus.Refused => "a guard rail refused it",
        ReactionStatus.Failed => "AWS refused the call",
        ReactionStatus.Unknown => "its outcome is unknown, and it is not repeated",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(ReactionRefusal refusal) => refusal switch
    {
        ReactionRefusal.Stopped => "the global stop is set",
        ReactionRefusal.Cooldown => "the target was changed shortly before",
        ReactionRefusal.Budget => "the hour's budget is used up",
        ReactionRefusal.AtMaximum => "the group is at its maximum size",
        ReactionRefusal.NoGroup => "the instance belongs to no Auto Scaling group, or the group is gone",
        ReactionRefusal.AlreadyUnhealthy => "the group is already replacing the instance",
        ReactionRefusal.HealthyMinimum => "too few other instances are in service",
        ReactionRefusal.OutsideHome => "the resource is in another account or region",
        ReactionRefusal.PlaceUnknown => "the account or region of the resource is unknown",
        ReactionRefusal.Muted => "the alarm's owner muted it",
        ReactionRefusal.ActionsDisabled => "the alarm's owner disabled its actions",
        ReactionRefusal.AlarmUnknown => "CloudWatch could not be asked about the alarm",
        ReactionRefusal.AlarmGone => "the alarm does not exist, or the incident is not about an alarm",
        ReactionRefusal.AlarmRecovered => "the alarm no longer fires",
        ReactionRefusal.ScalingAlarm => "the alarm serves a scaling policy, which reacts by itself",
        ReactionRefusal.LoadLow => "the alarm reports too little load",
        ReactionRefusal.LoadUnknown => "whether there is too much load or too little is unknown",
        ReactionRefusal.CheckPassed => "the alarm fires when the check passes",
        ReactionRefusal.CheckUnknown => "the result of the check is unknown",
        ReactionRefusal.GroupUnknown => "the group or its activities could not be read",
        ReactionRefusal.GroupDeleting => "the group is being deleted",
        ReactionRefusal.GroupBusy => "others keep changing the group",
        ReactionRefusal.ProcessSuspended => "the group has suspended a process that the reaction needs",
        ReactionRefusal.InstanceRefresh => "an instance refresh is active",
        ReactionRefusal.WarmPoolMoving => "instances move between the group and its warm pool",
        ReactionRefusal.Standby => "the instance is on standby",
        ReactionRefusal.Detached => "the instance is being detached from its group",
        ReactionRefusal.NotInService => "the instance is not in service",
        ReactionRefusal.ScaleInProtected => "the instance is protected from scale-in",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
