using System.Runtime.CompilerServices;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Queries;

/// <summary>Reads a list that is spread over shards, in one order: all shards sort by the same keys.</summary>
/// <param name="table">The table.</param>
/// <param name="ranges">The range of each shard, all in the same direction.</param>
internal sealed class ShardedList(IRowTable table, IReadOnlyList<RowRange> ranges)
{
    /// <summary>The rows of all shards in order, each with its sort key. Reads as many pages as are asked for.</summary>
    public async IAsyncEnumerable<(string SortKey, Row Row)> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shards = await Task.WhenAll(ranges.Select(range => Shard.StartAsync(table, range, cancellationToken)));
        while (Next(shards) is { } shard)
        {
            yield return shard.Current!.Value;
            await shard.AdvanceAsync(cancellationToken);
        }
    }

    private static Shard? Next(Shard[] shards)
    {
        Shard? first = null;
        foreach (var shard in shards)
        {
            if (shard.Current is { } mine && (first is null || shard.IsBefore(mine.SortKey, first.Current!.Value.SortKey)))
                first = shard;
        }

        return first;
    }

    private sealed class Shard(IRowTable table, RowRange range)
    {
        private RowPage page = RowPage.Empty;
        private int at;

        public (string SortKey, Row Row)? Current { get; private set; }

        public static async Task<Shard> StartAsync(IRowTable table, RowRange range, CancellationToken cancellationToken)
        {
            var shard = new Shard(table, range) { page = await table.ReadRangeAsync(range, cancellationToken) };
            await shard.SetAsync(cancellationToken);
            return shard;
        }

        public Task AdvanceAsync(CancellationToken cancellationToken)
        {
            at++;
            return SetAsync(cancellationToken);
        }

        public bool IsBefore(string one, string other) =>
            RowText.Compare(one, other) is var order && (range.IsDescending ? order > 0 : order < 0);

        // A page may be empty before the end: what an index lists may be gone.
        private async Task SetAsync(CancellationToken cancellationToken)
        {
            while (at == page.Rows.Length && page.Last is { } last)
            {
                page = await table.ReadRangeAsync(range with { After = last }, cancellationToken);
                at = 0;
            }

            Current = at == page.Rows.Length ? null : (SortKeyOf(page.Rows[at]), page.Rows[at]);
        }

        private string SortKeyOf(Row row) => row.At(range.Index?.SortName ?? RowKey.SkName) is TextValue sort ? sort.Value : "";
    }
}
