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
    private const string OutcomeName = "oc";
    private const string Reason = "y";
    private const string Configuration = "cv";
    private const string At = "at";

    /// <summary>The row that leads to an entry. Every delivery of the entry's change gives the same row.</summary>
    public static Row WriteEntry(IncidentChange change, string incidentId, string key) =>
        ItemWriter.Row(Keys.Event(change.EventId, change.RecordedAt, $"{incidentId}#{key}"))
            .Packed(EventId, change.EventId, Packing.Uuid)
            .Text(Incident, incidentId)
            .Text(Entry, key)
            .Name<DecisionReason>(Reason, change.Reason)
            .Time(At, change.RecordedAt)
            .Expires(change.RecordedAt + Retention)
            .ToRow();

    /// <summary>The write of a record. The same decision about the same event counts in one row.</summary>
    public static RowUpdate Record(EventRecord record)
    {
        var part = StableHash.Compute(
            record.Function, record.Signal?.Subject.Fingerprint.Text ?? "", record.Reason, record.Path ?? "");
        var row = ItemWriter.Row(Keys.Event(record.EventId, record.At, $"?{part[..12]}"))
            .Packed(EventId, record.EventId, Packing.Uuid)
            .Text("fn", record.Function)
            .Name<Outcome>(OutcomeName, record.Outcome)
            .Text(Reason, record.Reason)
            .Text("jp", record.Path)
            .Map("sg", record.Signal is { } signal ? SignalItem.Write(signal, new SignalItem.Implied(record.EventId)) : null)
            .Name("se", record.Severity)
            .Text(Incident, record.Incident)
            .Packed(Configuration, record.Configuration, Packing.Version)
            .Time(At, record.At)
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

    /// <summary>The envelope's id.</summary>
    public static string ReadId(Row item) => ItemReader.From(item).Packed(EventId, Packing.Uuid) ?? "";

    /// <summary>
    /// When it was decided, and the named reason: «rejected» for an event that was not understood, «recorded» for the row of an
    /// entry of an earlier version.
    /// </summary>
    public static (DateTimeOffset At, string Decision) ReadDecision(Row item)
    {
        var row = ItemReader.From(item);
        var reason = row.NameOrNull<Outcome>(OutcomeName) is Outcome.Failed ? EventRecord.Rejected : row.TextOrNull(Reason);
        return (row.TimeOrNull(At) ?? row.Time(RowSchema.TimeToLive) - Retention, reason ?? "recorded");
    }

    public static EventRecord ReadRecord(Row item)
    {
        var row = ItemReader.From(item);
        var eventId = row.Packed(EventId, Packing.Uuid) ?? "";
        return new EventRecord
        {
            EventId = eventId,
            Function = row.TextOrEmpty("fn"),
            Outcome = row.Name<Outcome>(OutcomeName),
            Reason = row.TextOrEmpty(Reason),
            Path = row.TextOrNull("jp"),
            Signal = row.MapOrNull("sg") is { } signal ? SignalItem.Read(signal, new SignalItem.Implied(eventId)) : null,
            Severity = row.NameOrNull<Severity>("se"),
            Incident = row.TextOrNull(Incident),
            Configuration = row.Packed(Configuration, Packing.Version),
            At = row.Time(At),
            Times = row.Count(Times),
        };
    }
}
