using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// The rows by which an entry and its incident are found: by event, by the day of the end, by service, resource and actor. They
/// are written before the entry, so that an entry that exists can be found, and every delivery of a change writes the same rows.
/// </summary>
internal static class ListWrites
{
    /// <summary>The writes, each of one unit.</summary>
    public static IEnumerable<RowUpdate> For(TimelineEntry entry, TimeSpan retention)
    {
        if (entry.Change is not { } change)
            yield break;
        var incident = entry.Incident;
        if (change.EventId.Length > 0)
            yield return RowUpdate.From(EventItem.WriteEntry(change, incident.Id, entry.Key));
        foreach (var key in ListsOf(entry))
            yield return RowUpdate.From(ListItem.Write(key, incident.Id, entry.At + retention));
    }

    private static IEnumerable<RowKey> ListsOf(TimelineEntry entry)
    {
        var (id, subject) = (entry.Incident.Id, entry.Incident.Subject);
        if (entry.Transition is Transition.Resolved && entry.Incident.ResolvedAt is { } end)
            yield return Keys.Ended(end, id);
        if (entry.Transition is Transition.Opened)
        {
            if (subject.Service.Length > 0)
                yield return Keys.Listed('S', subject.Service, id);
            if (subject.Resource.Length > 0)
                yield return Keys.Listed('R', subject.Resource, id);
        }

        if (entry.Transition is Transition.Opened or Transition.AnotherAct
            && subject.Labels[SubjectLabels.Actor] is { Length: > 0 } actor)
        {
            yield return Keys.Listed('A', actor, id);
        }
    }
}
