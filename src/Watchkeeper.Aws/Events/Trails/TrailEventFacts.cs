using Watchkeeper.Detections;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>Extracts the facts of an event for detections.</summary>
public static class TrailEventFacts
{
    /// <summary>Returns the facts of the event.</summary>
    public static TrailFacts ToFacts(this TrailEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return new TrailFacts
        {
            EventId = happened.EventId,
            OccurredAt = happened.OccurredAt,
            Account = happened.Account,
            Region = happened.Region,
            Partition = happened.Partition,
            Actor = happened.Actor,
            ActorKey = happened.ActorKey,
            IsKnownBySource = happened.IsKnownBySource,
            IsRead = happened.IsRead,
            Api = happened.Api,
            SourceIp = happened.SourceAddress,
        };
    }
}
