using Watchkeeper.Incidents;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Pagerduty;

/// <summary>What PagerDuty does with an event («Send an Alert Event», «Send a Change Event»).</summary>
internal enum PagerdutyAction
{
    /// <summary>Opens an alert, or adds to the open one with the same key. May call somebody.</summary>
    Trigger,

    /// <summary>Somebody works on it: PagerDuty calls nobody else.</summary>
    Acknowledge,

    /// <summary>Ends the alert.</summary>
    Resolve,

    /// <summary>Is shown beside the alert and never calls anybody.</summary>
    Change,
}

/// <summary>Chooses the action of an entry.</summary>
internal static class PagerdutyActions
{
    /// <summary>
    /// A note, a reaction and a silence that ends are changes: as triggers they would replace the alert's title, and call somebody
    /// at night if the alert was closed in the meantime.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="key">The routing key. Keys of rule sets begin with «R», and PagerDuty takes no change by them.</param>
    public static PagerdutyAction For(TimelineEntry entry, string key) => entry switch
    {
        { Transition: Transition.Acknowledged } => PagerdutyAction.Acknowledge,
        { Transition: Transition.Resolved } => PagerdutyAction.Resolve,
        { Reaction: not null } or { Transition: Transition.Commented or Transition.SilenceEnding } when !key.StartsWith('R') =>
            PagerdutyAction.Change,
        _ => PagerdutyAction.Trigger,
    };
}
