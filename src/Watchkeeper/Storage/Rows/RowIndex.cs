using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// A sparse index: it contains every row with both of its attributes, as texts. The index is spread over shards to avoid a hot
/// partition. Rows of two kinds may share an index under different prefixes.
/// </summary>
/// <param name="Name">The index's name in the table.</param>
/// <param name="ShardName">The attribute with the partition key: a shard's name.</param>
/// <param name="SortName">The attribute with the sort key.</param>
/// <param name="Prefix">The prefix of the shards' names.</param>
/// <param name="Shards">Number of shards.</param>
public sealed record RowIndex(string Name, string ShardName, string SortName, string Prefix, int Shards)
{
    /// <summary>The name of a shard; the first has number 0.</summary>
    public string Shard(int number) => AllShards[number];

    /// <summary>The name of the shard of a row, by the first two digits of a hexadecimal hash of what the row is about.</summary>
    public string ShardOf(string hash) =>
        Shard(int.Parse(hash.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Shards);

    /// <summary>Whether one of the index's shards contains the row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="upTo">The last sort key to include; null for all.</param>
    public bool Has(Row row, string? upTo)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.At(ShardName) is TextValue shard
            && row.At(SortName) is TextValue sort
            && AllShards.Contains(shard.Value, StringComparer.Ordinal)
            && (upTo is null || RowText.Compare(sort.Value, upTo) <= 0);
    }

    /// <summary>The names of all shards.</summary>
    public ImmutableArray<string> AllShards { get; } = [.. Enumerable.Range(0, Shards).Select(number => NameOf(Prefix, number))];

    private static string NameOf(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}#{number}");
}
