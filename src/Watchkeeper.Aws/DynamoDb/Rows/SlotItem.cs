using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.DynamoDb.Rows;

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

    /// <summary>Partition key of the sparse index <c>open</c>; there while an incident is active, or dismissed.</summary>
    public const string OpenShard = "o";

    /// <summary>Sort key of the index <c>open</c>.</summary>
    public const string OpenSince = "os";

    public const string OpenIndex = "open";
    public const string Open = "OPEN";
    public const string Dismissed = "DISMISSED";

    /// <summary>Over so many keys the index is spread, so that no one of them is hot.</summary>
    public const int Shards = 8;

    /// <param name="slot">The slot.</param>
    /// <param name="retention">How long it is kept while no incident lasts, counted from its last change by our clock.</param>
    public static Dictionary<string, AttributeValue> Write(Slot slot, TimeSpan retention)
    {
        var row = ItemWriter.Row(RowKey.Slot(slot.Fingerprint))
            .Text(IncidentItem.Fingerprint, slot.Fingerprint.Text)
            .Number(Version, slot.Version)
            .Time(NewestAt, slot.NewestAt)
            .Packed(NewestId, slot.NewestId, Packing.Hash)
            .List(Recent, slot.Recent.Select(Packing.Hash.Write))
            .Map(Last, IncidentChangeItem.Write(slot.Last, Implied(slot.Recent, slot.NewestAt)))
            .Current(slot.Incident);
        if (slot.Finding is { } finding)
            row.Name<ReportedStatus>(ReportedAs, finding.Status).Time(CheckedAt, finding.CheckedAt);
        // Incidents' ids begin with their opening time, so the index is in the order of age.
        _ = slot.Active is not null || slot.IsDismissed
            ? row.Text(OpenShard, ShardName(slot.IsDismissed ? Dismissed : Open, ShardOf(slot.Fingerprint)))
                .Text(OpenSince, slot.Incident!.Id)
            : row.Expires(slot.Last.RecordedAt + retention);
        return row.Item;
    }

    /// <param name="kind"><see cref="Open"/> or <see cref="Dismissed"/>.</param>
    /// <param name="shard">Its number.</param>
    public static string ShardName(string kind, int shard) => string.Create(CultureInfo.InvariantCulture, $"{kind}#{shard}");

    public static Slot Read(IReadOnlyDictionary<string, AttributeValue> item, string path = "$")
    {
        var row = ItemReader.Row(item, path);
        var (newestAt, recent) = (row.Time(NewestAt), RecentSignalIds.From(row.AllPacked(Recent, Packing.Hash)));
        return new Slot
        {
            Fingerprint = new Fingerprint(row.TextOrEmpty(IncidentItem.Fingerprint)),
            Version = row.Number(Version),
            NewestAt = newestAt,
            NewestId = row.Packed(NewestId, Packing.Hash) ?? "",
            Recent = recent,
            Last = IncidentChangeItem.Read(row.Map(Last), Implied(recent, newestAt)),
            Incident = IncidentItem.ReadCurrent(row),
            Finding = row.NameOrNull<ReportedStatus>(ReportedAs) is { } status ? new ReportedFinding(status, row.Time(CheckedAt)) : null,
        };
    }

    private static IncidentChangeItem.Implied Implied(RecentSignalIds recent, DateTimeOffset newestAt) => new(recent.LastOrDefault(), newestAt);

    private static int ShardOf(Fingerprint fingerprint) =>
        int.Parse(fingerprint.Key.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Shards;
}
