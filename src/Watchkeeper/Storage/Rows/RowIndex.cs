using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// A sparse index: rows that hold both of its attributes, as texts, stand in it by these. It is spread over shards, so that no one
/// partition of it is hot. Rows of two kinds may share an index under prefixes of their own.
/// </summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="ShardName">The attribute that holds its partition key, a shard's name.</param>
/// <param name="SortName">The attribute that holds its sort key.</param>
/// <param name="Prefix">What the names of its shards begin with.</param>
/// <param name="Shards">How many there are.</param>
public sealed record RowIndex(string Name, string ShardName, string SortName, string Prefix, int Shards)
{
    /// <summary>The name of a shard, from 0 on.</summary>
    public string Shard(int number) => AllShards[number];

    /// <summary>Whether a row stands in it, in one of its shards.</summary>
    /// <param name="row">The row.</param>
    /// <param name="upTo">The last sort key that is wanted; null: all.</param>
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
