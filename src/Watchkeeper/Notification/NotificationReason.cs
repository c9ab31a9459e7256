namespace Watchkeeper.Notification;

/// <summary>Why a change of the table notifies people, or nobody. Stored in kebab case.</summary>
public enum NotificationReason
{
    /// <summary>The change notifies the channels of its deliveries.</summary>
    Notify,

    /// <summary>The slot has no incident: nothing has fired yet.</summary>
    NoIncident,

    /// <summary>The row was written again without a change.</summary>
    Unchanged,

    /// <summary>The signal arrived after the incident's end and does not belong to it.</summary>
    AfterTheEnd,

    /// <summary>The reaction has only started; its outcome notifies.</summary>
    ReactionStarted,

    /// <summary>The reaction was only planned (dry run): the message about the incident itself said so.</summary>
    DryRun,

    /// <summary>The signal repeats what people know already.</summary>
    NothingNew,

    /// <summary>An operator acknowledged or commented on an incident that nobody was notified of.</summary>
    NotReported,

    /// <summary>The source is muted: the alarm by a mute rule, its suppressor, or disabled actions.</summary>
    MutedAtSource,

    /// <summary>Something keeps every message back: a silence, another incident, or a time interval.</summary>
    Suppressed,

    /// <summary>No route matches the incident's labels.</summary>
    Unrouted,

    /// <summary>The routes name receivers that the configuration does not define.</summary>
    UnknownReceiver,

    /// <summary>The receivers have no channels.</summary>
    NoChannels,

    /// <summary>The incident is resolved, and no channel of its receivers wants to know (<c>send_resolved: false</c>).</summary>
    ResolvedNotWanted,

    /// <summary>
    /// The table's stream gave the change up. The entry was written afterwards, and nobody is notified of what is so old.
    /// </summary>
    Lost,
}

/// <summary>What follows from a <see cref="NotificationReason"/>.</summary>
public static class NotificationReasons
{
    /// <summary>Whether the incident's labels were tried on the routes.</summary>
    public static bool AsksRoutes(this NotificationReason reason) => reason is NotificationReason.Notify
        or NotificationReason.Unrouted or NotificationReason.UnknownReceiver or NotificationReason.NoChannels
        or NotificationReason.ResolvedNotWanted or NotificationReason.MutedAtSource or NotificationReason.Suppressed;
}
