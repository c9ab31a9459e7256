using Amazon.DynamoDBv2.Model;
using Watchkeeper.Reactions;

namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>The replacements reserved in an Auto Scaling group.</summary>
internal static class GroupItem
{
    public const string Version = "v";

    public static Dictionary<string, AttributeValue> WriteRow(RowKey key, Replacements replacements, DateTimeOffset end) =>
        ItemWriter.Row(key)
            .Number(Version, replacements.Version)
            .List("r", replacements.Reserved.Select(each => new ItemWriter().Text("i", each.Instance).Time("u", each.Until).ToValue()))
            .Expires(end)
            .Item;

    /// <summary>None where there is no row.</summary>
    public static Replacements Read(IReadOnlyDictionary<string, AttributeValue>? item)
    {
        if (item is not { Count: > 0 })
            return Replacements.None;
        var row = ItemReader.Row(item);
        return new Replacements(row.Count(Version), row.Maps("r", map => new Replacement(map.Text("i"), map.Time("u"))));
    }
}
