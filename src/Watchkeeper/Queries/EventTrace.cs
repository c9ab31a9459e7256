using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;

namespace Watchkeeper.Queries;

/// <summary>What became of an event.</summary>
/// <param name="EventId">The envelope's id.</param>
/// <param name="Entries">
/// The entries of timelines that the event caused, oldest first: one for each signal in it that an incident recorded.
/// </param>
/// <param name="Records">What was decided about its other signals and deliveries, oldest first.</param>
public sealed record EventTrace(
    string EventId, ImmutableArray<NotificationRecord> Entries, ImmutableArray<EventRecord> Records)
{
    /// <summary>Whether nothing is known of the event: it never came, or it came longer ago than events are kept.</summary>
    public bool IsEmpty => Entries.IsEmpty && Records.IsEmpty;
}
