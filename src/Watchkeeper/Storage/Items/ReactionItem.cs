using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>A row of the reaction ledger. The reaction itself is a map, which notification rows contain too.</summary>
internal static class ReactionItem
{
    public const string Map = "re";
    public const string Status = "s";

    public static Row WriteRow(ReactionRecord record, TimeSpan retention) =>
        ItemWriter.Row(Keys.Reaction(record.Incident.Id, record.Step))
            .Incident(record.Incident)
            .Map(Map, Write(record))
            .Expires(record.PlannedAt + retention)
            .ToRow();

    public static ReactionRecord ReadRow(Row item, string path = "$")
    {
        var row = ItemReader.From(item, path);
        return Read(row.Map(Map), IncidentItem.Read(row));
    }

    /// <summary>Everything but the incident.</summary>
    public static ItemWriter Write(ReactionRecord record) => new ItemWriter()
        .Text("k", record.Step)
        .Text("n", record.Reaction)
        .Name<ReactionMode>("m", record.Mode)
        .Name<ReactionStatus>(Status, record.Status)
        .Map("a", ActionItem.Write(record.Action))
        .Name("f", record.Refusal)
        .Text("d", record.Detail)
        .Time("p", record.PlannedAt)
        .Time("h", record.HeldUntil)
        .Time("e", record.FinishedAt)
        .Packed("x", record.Trace, Packing.Trace);

    public static ReactionRecord Read(ItemReader map, Incident incident) => new()
    {
        Incident = incident,
        Step = map.Text("k"),
        Reaction = map.TextOrEmpty("n"),
        Mode = map.Name<ReactionMode>("m"),
        Status = map.Name<ReactionStatus>(Status),
        Action = map.MapOrNull("a") is { } action ? ActionItem.Read(action) : null,
        Refusal = map.NameOrNull<ReactionRefusal>("f"),
        Detail = map.TextOrEmpty("d"),
        PlannedAt = map.Time("p"),
        HeldUntil = map.TimeOrNull("h"),
        FinishedAt = map.TimeOrNull("e"),
        Trace = map.Packed("x", Packing.Trace),
    };
}
