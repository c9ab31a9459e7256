using Watchkeeper.Reactions;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>The replacements reserved in an Auto Scaling group.</summary>
internal static class GroupItem
{
    public const string Version = "v";

    public static Row WriteRow(RowKey key, Replacements replacements, DateTimeOffset end) =>
        ItemWriter.Row(key)
            .Number(Version, replacements.Version)
            .List(
                "r",
                replacements.Reserved.Select(each => new ItemWriter().Text("i", each.Instance).Time("u", each.Until).ToValue()))
            .Expires(end)
            .ToRow();

    /// <summary>The replacements; empty if the row does not exist.</summary>
    public static Replacements Read(Row? item)
    {
        if (item is not { Count: > 0 })
            return Replacements.None;
        var row = ItemReader.From(item);
        return new Replacements(row.Count(Version), row.Maps("r", map => new Replacement(map.Text("i"), map.Time("u"))));
    }
}
