using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>A row about an event: an <see cref="EventRecord"/>, or the way from the event to its entry in a timeline.</summary>
internal static class EventItem
{
    /// <summary>How long events can be found by their ids.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(8);

    private const string EventId = "ei";
    private const string Times = "tc";
    private const string Incident = "in";
    private const string Entry = "en";

    /// <summary>The row that leads to an entry. Every delivery of the entry's change gives the same row.</summary>
    public static Row WriteEntry(string eventId, DateTimeOffset at, string incidentId, string key) =>
        ItemWriter.Row(Keys.Event(eventId, at, $"{incidentId}#{key}"))
            .Packed(EventId, eventId, Packing.Uuid)
            .Text(Incident, incidentId)
            .Text(Entry, key)
            .Expires(at + Retention)
            .ToRow();

    /// <summary>The write of a record. The same decision about the same event counts in one row.</summary>
    public static RowUpdate Record(EventRecord record)
    {
        var part = StableHash.Compute(
            record.Function, record.Signal?.Subject.Fingerprint.Text ?? "", record.Reason, record.Path ?? "");
        var row = ItemWriter.Row(Keys.Event(record.EventId, record.At, $"?{part[..12]}"))
            .Packed(EventId, record.EventId, Packing.Uuid)
            .Text("fn", record.Function)
            .Name<Outcome>("oc", record.Outcome)
            .Text("y", record.Reason)
            .Text("jp", record.Path)
            .Map("sg", record.Signal is { } signal ? SignalItem.Write(signal) : null)
            .Name("se", record.Severity)
            .Text(Incident, record.Incident)
            .Time("at", record.At)
            .Expires(record.At + Retention)
            .ToRow();
        var update = RowUpdate.From(row);
        return update with { Changes = update.Changes.Add(RowChange.Count(Times, 1)) };
    }

    /// <summary>The incident and the key of the entry that the row leads to; null for a record.</summary>
    public static (string IncidentId, string Key)? ReadEntry(Row item)
    {
        var row = ItemReader.From(item);
        return row.TextOrNull(Entry) is { } key ? (row.Text(Incident), key) : null;
    }

    public static EventRecord ReadRecord(Row item)
    {
        var row = ItemReader.From(item);
        var eventId = row.Packed(EventId, Packing.Uuid) ?? "";
        return new EventRecord
        {
            EventId = eventId,
            Function = row.TextOrEmpty("fn"),
            Outcome = row.Name<Outcome>("oc"),
            Reason = row.TextOrEmpty("y"),
            Path = row.TextOrNull("jp"),
            Signal = row.MapOrNull("sg") is { } signal ? SignalItem.Read(signal, eventId) : null,
            Severity = row.NameOrNull<Severity>("se"),
            Incident = row.TextOrNull(Incident),
            At = row.Time("at"),
            Times = row.Count(Times),
        };
    }
}
