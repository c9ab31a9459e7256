namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>The detail of a scheduled event: an empty object.</summary>
public class Detail
{
}
