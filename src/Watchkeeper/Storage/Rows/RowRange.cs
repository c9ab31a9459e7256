using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>A bounded read: a part of a partition, or of a shard of an index, in the order of the sort keys.</summary>
/// <param name="Partition">The partition key; the shard's name if <paramref name="Index"/> is given.</param>
/// <param name="Limit">Maximum number of rows, from 1.</param>
/// <param name="Index">The index, whose sort keys must be unique in a shard; null reads the table.</param>
public sealed record RowRange(string Partition, int Limit, RowIndex? Index = null)
{
    /// <summary>The least sort key to include; null for no bound.</summary>
    public string? From { get; init; }

    /// <summary>The greatest sort key to include; null for no bound.</summary>
    public string? To { get; init; }

    /// <summary>Whether the greatest sort keys come first.</summary>
    public bool IsDescending { get; init; }

    /// <summary>The sort key of the last row read before, to go on after it; null starts at the beginning.</summary>
    public string? After { get; init; }

    /// <summary>The range of the sort keys with a prefix.</summary>
    public static RowRange WithPrefix(string partition, string prefix, int limit, RowIndex? index = null) =>
        new(partition, limit, index) { From = prefix, To = prefix + "\U0010FFFF" };

    /// <summary>The inclusive bounds; null for none.</summary>
    public (string? Lower, string? Upper) Bounds => After switch
    {
        null => (From, To),
        // No text sorts between a text and the same text with U+0000 after it.
        _ when !IsDescending => (Max(From, After + '\0'), To),
        _ => (From, To is null || RowText.Compare(After, To) < 0 ? After : To),
    };

    /// <summary>Whether no sort key can lie in the range.</summary>
    public bool IsEmpty => Bounds is ({ } lower, { } upper) && RowText.Compare(lower, upper) > 0;

    /// <summary>How many entries a table must read: one more where the first may be the one to go on after.</summary>
    public int EntriesToRead => IsDescending && After is not null ? Limit + 1 : Limit;

    /// <summary>The page of entries that were read inside the bounds, in order.</summary>
    /// <param name="entries">The sort keys with their rows; null for a row that its index still lists and that is gone.</param>
    public RowPage ToPage(IEnumerable<(string SortKey, Row? Row)> entries)
    {
        var wanted = entries.Where(entry => !IsDescending || entry.SortKey != After).Take(Limit).ToList();
        return new RowPage(
            [.. wanted.Select(entry => entry.Row).OfType<Row>()], wanted.Count == Limit ? wanted[^1].SortKey : null);
    }

    /// <summary>The page of a table that holds these rows, in any order.</summary>
    public RowPage ToPage(IEnumerable<Row> rows)
    {
        var name = Index?.SortName ?? RowKey.SkName;
        var found = rows.Where(Has).Select(row => (SortKey: ((TextValue)row.At(name)!).Value, Row: (Row?)row));
        var order = Comparer<string>.Create(RowText.Compare);
        return ToPage(IsDescending
            ? found.OrderByDescending(entry => entry.SortKey, order)
            : found.OrderBy(entry => entry.SortKey, order));
    }

    private bool Has(Row row) =>
        row.At(Index?.ShardName ?? RowKey.PkName) is TextValue partition && partition.Value == Partition
        && row.At(Index?.SortName ?? RowKey.SkName) is TextValue sort && IsInside(sort.Value);

    private bool IsInside(string sortKey) => Bounds is var (lower, upper)
        && (lower is null || RowText.Compare(sortKey, lower) >= 0)
        && (upper is null || RowText.Compare(sortKey, upper) <= 0);

    private static string Max(string? one, string other) =>
        one is not null && RowText.Compare(one, other) > 0 ? one : other;
}

/// <summary>A page of a <see cref="RowRange"/>.</summary>
/// <param name="Rows">
/// The rows in order. Fewer than the limit may come before the end: an index may list rows that are gone.
/// </param>
/// <param name="Last">The sort key to go on after; null if the range has no further row.</param>
public sealed record RowPage(ImmutableArray<Row> Rows, string? Last)
{
    /// <summary>The page without rows.</summary>
    public static RowPage Empty { get; } = new([], null);
}
