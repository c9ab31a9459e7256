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

        if (digits.Length == Digits && await incidents.SnapshotAsync(Prefix + digits, cancellationToken) is { } whole)
            return new IncidentLookup.Found(whole);
        return await CandidatesAsync(digits, cancellationToken) switch
        {
            [] => new IncidentLookup.Unknown(),
            [var only] => new IncidentLookup.Found(only),
            var several => new IncidentLookup.Ambiguous(several),
        };
    }

    private async Task<ImmutableArray<IncidentSnapshot>> CandidatesAsync(string digits, CancellationToken cancellationToken)
    {
        // By the slots themselves: the stream may not have brought the first entry of a new incident yet.
        var found = new SortedDictionary<string, IncidentSnapshot>(StringComparer.Ordinal);
        foreach (var shard in SlotItem.Open.AllShards)
        {
            var page = await table.ReadRangeAsync(
                RowRange.WithPrefix(shard, Prefix + digits, MaxCandidates, SlotItem.Open), cancellationToken);
            foreach (var slot in page.Rows.Select(row => SlotItem.Read(row)).Where(slot => slot.Active is not null))
                found[slot.Incident!.Id] = IncidentReader.From(slot);
        }

        if (digits.Length < Digits)
            await AddEndedAsync(found, digits, cancellationToken);
        return [.. found.Values.Take(MaxCandidates)];
    }

    // An id begins with the second of the opening, and no incident ends before the day of its opening.
    private async Task AddEndedAsync(
        SortedDictionary<string, IncidentSnapshot> found, string digits, CancellationToken cancellationToken)
    {
        var second = digits[..Math.Min(8, digits.Length)].PadRight(8, '0');
        var opened = DateTimeOffset.FromUnixTimeSeconds(
            uint.Parse(second, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        for (var ago = 0; ago <= EndedDays && incidents.Now.AddDays(1 - ago) >= opened; ago++)
        {
            var day = Keys.Day(incidents.Now.AddDays(-ago));
            var pages = await Task.WhenAll(Enumerable.Range(0, Keys.Shards)
                .Select(shard => EndedAsync(Keys.EndedPartition(day, shard), Prefix + digits, cancellationToken)));
            var ids = pages.SelectMany(page => page).Where(id => !found.ContainsKey(id)).Take(MaxCandidates);
            var snapshots = await Task.WhenAll(ids.Select(id => incidents.SnapshotAsync(id, cancellationToken)));
            foreach (var snapshot in snapshots.OfType<IncidentSnapshot>())
                found[snapshot.Incident.Id] = snapshot;
        }
    }

    private async Task<List<string>> EndedAsync(string partition, string prefix, CancellationToken cancellationToken) =>
        await table.QueryAsync(partition, "", cancellationToken).Select(ListItem.Read)
            .Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).ToListAsync(cancellationToken);
}
