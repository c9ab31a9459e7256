using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>An incident as attributes of a row: flat, so that one update can change each attribute.</summary>
internal static class IncidentItem
{
    public const string Fingerprint = "f";
    public const string Status = "st";
    public const string ResolvedAt = "ra";
    public const string Signals = "c";

    /// <summary>The severity as a number from 0 to 4, for comparisons in conditions.</summary>
    public const string Severity = "sv";

    /// <summary>The marks of the incident's acts; a condition searches them.</summary>
    public const string Acts = "ac";

    /// <summary>The active mute; missing without a mute.</summary>
    public const string Mute = "mu";

    /// <summary>Number of further acts reported; a condition compares it.</summary>
    public const string NotifiedActs = "an";

    /// <summary>The subject.</summary>
    public const string Subject = "su";

    /// <summary>What its alarm measured last while it fired.</summary>
    public const string Measurement = "me";

    private const string Id = "i";
    private const string OpenedAt = "oa";
    private const string NotifiedAt = "n";
    private const string Reminders = "nr";
    private const string IsFinal = "fi";

    /// <summary>The incident in a slot's row.</summary>
    public static ItemWriter Current(this ItemWriter row, Incident? incident) => incident is null
        ? row
        : row.Text(Id, incident.Id).Incident(incident);

    /// <summary>The incident in a row of its own: the row's key gives the incident's id.</summary>
    public static ItemWriter Incident(this ItemWriter row, Incident incident) =>
        row
            .Text(Fingerprint, incident.Subject.Fingerprint.Text)
            .Name<IncidentStatus>(Status, incident.Status)
            .Rank(Severity, incident.Severity)
            .Time(OpenedAt, incident.OpenedAt)
            .Time(ResolvedAt, incident.ResolvedAt)
            .Text("by", incident.AcknowledgedBy)
            .Time("ka", incident.AcknowledgedAt)
            .Number(Signals, incident.Signals)
            .Count("ro", incident.Reopenings)
            .Texts(Acts, incident.Acts)
            .Map(Mute, MuteItem.Write(incident.Mute))
            .Notified(incident)
            .Count(IsFinal, incident.IsFinal ? 1 : 0)
            .Map(Subject, SubjectItem.Write(incident.Subject))
            .Map(Measurement, MeasurementItem.Write(incident.Measurement));

    // Seconds since the opening: one or two digits, where a time would need ten.
    private static ItemWriter Notified(this ItemWriter row, Incident incident) => incident.Notified is { } notified
        ? row.Number(NotifiedAt, (long)Math.Ceiling((notified.At - incident.OpenedAt).TotalSeconds))
            .Count(NotifiedActs, notified.Acts)
            .Count(Reminders, notified.Reminders)
        : row;

    public static Incident? ReadCurrent(ItemReader row) => row.TextOrNull(Id) is { } id ? Read(row, id) : null;

    public static Incident Read(ItemReader row) => row.Text(RowKey.PkName) is { Length: > Keys.IncidentPrefixLength } key
        ? Read(row, key[Keys.IncidentPrefixLength..])
        : throw row.Unreadable(RowKey.PkName, "must name an incident");

    private static Incident Read(ItemReader row, string id) => new()
    {
        Id = id,
        Status = row.Name<IncidentStatus>(Status),
        Severity = row.RankOrNull(Severity) ?? throw row.Unreadable(Severity, "missing; a number is expected"),
        OpenedAt = row.Time(OpenedAt),
        ResolvedAt = row.TimeOrNull(ResolvedAt),
        AcknowledgedBy = row.TextOrNull("by"),
        AcknowledgedAt = row.TimeOrNull("ka"),
        Signals = row.Count(Signals),
        Reopenings = row.Count("ro"),
        Acts = row.Has(Acts) ? RecentSignalIds.From(row.AllTexts(Acts)) : null,
        Mute = row.MapOrNull(Mute) is { } mute ? MuteItem.Read(mute) : null,
        Notified = row.Has(NotifiedAt)
            ? new NotificationState(
                row.Time(OpenedAt).AddSeconds(row.Number(NotifiedAt)), row.Count(NotifiedActs), row.Count(Reminders))
            : null,
        IsFinal = row.Count(IsFinal) > 0,
        Measurement = row.MapOrNull(Measurement) is { } measurement ? MeasurementItem.Read(measurement) : null,
        Subject = SubjectItem.Read(row.Map(Subject), new Fingerprint(row.TextOrEmpty(Fingerprint))),
    };
}
