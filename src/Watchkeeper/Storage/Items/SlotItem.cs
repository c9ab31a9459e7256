using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>A slot as a row.</summary>
internal static class SlotItem
{
    public const string Version = "v";
    public const string NewestAt = "na";
    public const string NewestId = "ni";
    public const string Recent = "r";
    public const string Last = "e";
    public const string ReportedAs = "fs";
    public const string CheckedAt = "fc";

    /// <summary>Partition key of the sparse index <c>open</c>; set while an incident is active or dismissed.</summary>
    public const string OpenShard = "o";

    /// <summary>Sort key of the index <c>open</c>.</summary>
    public const string OpenSince = "os";

    /// <summary>The index of slots with an active incident.</summary>
    public static RowIndex Open { get; } = new("open", OpenShard, OpenSince, "OPEN", 8);

    /// <summary>Slots with a dismissed incident, in the same index.</summary>
    public static RowIndex Dismissed { get; } = new("open", OpenShard, OpenSince, "DISMISSED", 8);

    /// <param name="slot">The slot.</param>
    /// <param name="retention">How long a slot without an active incident is stored, from its last change by our clock.</param>
    public static Row Write(Slot slot, TimeSpan retention)
    {
        var row = ItemWriter.Row(Keys.Slot(slot.Fingerprint))
            .Text(IncidentItem.Fingerprint, slot.Fingerprint.Text)
            .Number(Version, slot.Version)
            .Time(NewestAt, slot.NewestAt)
            .Packed(NewestId, slot.NewestId, Packing.Hash)
            .List(Recent, slot.Recent.Select(Packing.Hash.Write))
            .Map(Last, IncidentChangeItem.Write(slot.Last, Implied(slot.Fingerprint, slot.Recent, slot.NewestAt, slot.Incident)))
            .Current(slot.Incident);
        if (slot.Finding is { } finding)
            row.Name<ReportedStatus>(ReportedAs, finding.Status).Time(CheckedAt, finding.CheckedAt);
        // Incidents' ids begin with their opening time, so the index is in the order of age.
        _ = slot.IsActiveOrDismissed
            ? row.Text(OpenShard, (slot.IsDismissed ? Dismissed : Open).ShardOf(slot.Fingerprint.Key))
                .Text(OpenSince, slot.Incident!.Id)
            : row.Expires(slot.Last.RecordedAt + retention);
        return row.ToRow();
    }

    public static Slot Read(Row item, string path = "$")
    {
        var row = ItemReader.From(item, path);
        var (newestAt, recent) = (row.Time(NewestAt), RecentSignalIds.From(row.AllPacked(Recent, Packing.Hash)));
        var fingerprint = new Fingerprint(row.TextOrEmpty(IncidentItem.Fingerprint));
        var incident = IncidentItem.ReadCurrent(row);
        return new Slot
        {
            Fingerprint = fingerprint,
            Version = row.Number(Version),
            NewestAt = newestAt,
            NewestId = row.Packed(NewestId, Packing.Hash) ?? "",
            Recent = recent,
            Last = IncidentChangeItem.Read(row.Map(Last), Implied(fingerprint, recent, newestAt, incident)),
            Incident = incident,
            Finding = row.NameOrNull<ReportedStatus>(ReportedAs) is { } status
                ? new ReportedFinding(status, row.Time(CheckedAt)) : null,
        };
    }

    private static IncidentChangeItem.Implied Implied(
        Fingerprint fingerprint, RecentSignalIds recent, DateTimeOffset newestAt, Incident? incident) =>
        new(recent.LastOrDefault(), newestAt)
        {
            Fingerprint = fingerprint,
            Subject = incident?.Subject,
            Measurement = incident?.Measurement,
        };
}
