using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Queries;

/// <summary>
/// Finds incidents by their ids. A shortened id is looked for among the active incidents, and among those that ended in the last
/// eight days; an older one needs its whole id.
/// </summary>
internal sealed class IncidentIds(IRowTable table, IncidentReader incidents)
{
    private const string Prefix = "inc-";
    private const int Digits = 20;
    private const int MinDigits = 6;
    private const int MaxCandidates = 10;
    private const int EndedDays = 8;

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    public async Task<IncidentLookup> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        var digits = id.Trim().ToLowerInvariant();
        digits = digits.StartsWith(Prefix, StringComparison.Ordinal) ? digits[Prefix.Length..] : digits;
        if (digits.Length is < MinDigits or > Digits || digits.AsSpan().ContainsAnyExcept(LowerHex))
        {
            return new IncidentLookup.Invalid(
                $"an incident's id is {Prefix} and {Digits} hexadecimal digits, of which the first {MinDigits} or more are "
                + "enough if no other incident begins with them");
        }

        if (digits.Length == Digits)
        {
            return await incidents.SnapshotAsync(Prefix + digits, cancellationToken) is { } whole
                ? new IncidentLookup.Found(whole)
                : new IncidentLookup.Unknown();
        }

        var found = await CandidatesAsync(digits, cancellationToken);
        return found switch
        {
            [] => new IncidentLookup.Unknown(),
            [var only] => new IncidentLookup.Found(only),
            _ => new IncidentLookup.Ambiguous(found),
        };
    }

    private async Task<ImmutableArray<IncidentSnapshot>> CandidatesAsync(string digits, CancellationToken cancellationToken)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var shard in SlotItem.Open.AllShards)
        {
            var page = await table.ReadRangeAsync(
                RowRange.WithPrefix(shard, Prefix + digits, MaxCandidates, SlotItem.Open), cancellationToken);
            ids.UnionWith(page.Rows.Select(row => SlotItem.Read(row).Active?.Id).OfType<string>());
        }

        await AddEndedAsync(ids, digits, cancellationToken);
        var snapshots = await Task.WhenAll(
            ids.Take(MaxCandidates).Select(id => incidents.SnapshotAsync(id, cancellationToken)));
        return [.. snapshots.OfType<IncidentSnapshot>()];
    }

    // An id begins with the second of the opening, and no incident ends before the day of its opening.
    private async Task AddEndedAsync(SortedSet<string> ids, string digits, CancellationToken cancellationToken)
    {
        var second = digits[..Math.Min(8, digits.Length)].PadRight(8, '0');
        var opened = DateTimeOffset.FromUnixTimeSeconds(
            uint.Parse(second, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        for (var ago = 0; ago <= EndedDays && incidents.Now.AddDays(1 - ago) >= opened; ago++)
        {
            var day = Keys.Day(incidents.Now.AddDays(-ago));
            var pages = await Task.WhenAll(Enumerable.Range(0, Keys.Shards)
                .Select(shard => EndedAsync(Keys.EndedPartition(day, shard), Prefix + digits, cancellationToken)));
            ids.UnionWith(pages.SelectMany(page => page));
        }
    }

    private async Task<List<string>> EndedAsync(string partition, string prefix, CancellationToken cancellationToken) =>
        await table.QueryAsync(partition, "", cancellationToken).Select(ListItem.Read)
            .Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).ToListAsync(cancellationToken);
}
