using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>An incident among the attributes of a row: flat, so that one update can change each.</summary>
internal static class IncidentItem
{
    public const string Fingerprint = "f";
    public const string Status = "st";
    public const string ResolvedAt = "ra";
    public const string Signals = "c";

    /// <summary>The severity's place in its order, 0 to 4: a condition compares it.</summary>
    public const string Severity = "sv";

    private const string Id = "i";

    /// <summary>The incident of a row that is one of its slot's.</summary>
    public static ItemWriter Current(this ItemWriter row, Incident? incident) => incident is null
        ? row
        : row.Text(Id, incident.Id).Incident(incident);

    /// <summary>The incident of a row that is one of its own: the row's key says which.</summary>
    public static ItemWriter Incident(this ItemWriter row, Incident incident) =>
        row
            .Text(Fingerprint, incident.Subject.Fingerprint.Text)
            .Name<IncidentStatus>(Status, incident.Status)
            .Number(Severity, (int)incident.Severity)
            .Time("oa", incident.OpenedAt)
            .Time(ResolvedAt, incident.ResolvedAt)
            .Text("by", incident.AcknowledgedBy)
            .Number(Signals, incident.Signals)
            .Count("ro", incident.Reopenings)
            .Map("su", SubjectItem.Write(incident.Subject));

    public static Incident? ReadCurrent(ItemReader row) => row.TextOrNull(Id) is { } id ? Read(row, id) : null;

    public static Incident Read(ItemReader row) => row.Text(RowKey.PkName) is { Length: > RowKey.IncidentPrefixLength } key
        ? Read(row, key[RowKey.IncidentPrefixLength..])
        : throw row.Unreadable(RowKey.PkName, "must name an incident");

    private static Incident Read(ItemReader row, string id) => new()
    {
        Id = id,
        Status = row.Name<IncidentStatus>(Status),
        Severity = row.Number(Severity) is >= (int)Watchkeeper.Signals.Severity.Info and <= (int)Watchkeeper.Signals.Severity.Critical and var rank
            ? (Severity)rank
            : throw row.Unreadable(Severity, "must be a severity's rank from 0 to 4"),
        OpenedAt = row.Time("oa"),
        ResolvedAt = row.TimeOrNull(ResolvedAt),
        AcknowledgedBy = row.TextOrNull("by"),
        Signals = row.Count(Signals),
        Reopenings = row.Count("ro"),
        Subject = SubjectItem.Read(row.Map("su"), new Fingerprint(row.TextOrEmpty(Fingerprint))),
    };
}
