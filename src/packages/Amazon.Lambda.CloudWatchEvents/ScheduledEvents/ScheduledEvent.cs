namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>
/// What a schedule rule of EventBridge sends: source <c>aws.events</c>, detail-type <c>Scheduled Event</c>, the rule's ARN as
/// resource.
/// </summary>
public class ScheduledEvent : CloudWatchEvent<Detail>
{
}
