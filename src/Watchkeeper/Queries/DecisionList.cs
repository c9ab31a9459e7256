using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Queries;

/// <summary>
/// The decisions of a period, newest first: about each event that was accepted, and each part of it. What they say is read when
/// it is asked for. Memory: about 200 bytes a decision.
/// </summary>
public sealed class DecisionList
{
    // The days of a period lie in so many partitions each, by the first digit of a hash.
    internal const string Digits = "0123456789abcdef";

    private const int AtOnce = 25;
    private const int PageSize = 1000;

    private readonly IRowTable table;
    private readonly IncidentReader incidents;
    private readonly ImmutableArray<Place> places;

    private DecisionList(IRowTable table, IncidentReader incidents, ImmutableArray<Place> places) =>
        (this.table, this.incidents, this.places) = (table, incidents, places);

    /// <summary>Number of decisions.</summary>
    public int Count => places.Length;

    /// <summary>Number of decisions by named reason, the most frequent first.</summary>
    public ImmutableArray<(string Decision, int Count)> Counts =>
    [
        .. places.GroupBy(place => place.Decision, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))
            .OrderByDescending(each => each.Item2).ThenBy(each => each.Key, StringComparer.Ordinal),
    ];

    /// <summary>What the decisions say, newest first. Reads as many rows as are asked for.</summary>
    /// <param name="isWanted">Whether a named reason is wanted.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<DecidedEvent> ReadAsync(
        Func<string, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in places.Where(place => isWanted(place.Decision)).Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var decided in await Task.WhenAll(chunk.Select(place => ReadAsync(place, cancellationToken))))
            {
                if (decided is not null and not DecidedEvent.Lost)
                    yield return decided;
            }
        }
    }

    /// <summary>The decisions of one part of a day, with those whose entry is not there. Reads page by page.</summary>
    internal static async IAsyncEnumerable<DecidedEvent> ReadPartAsync(
        IRowTable table, IncidentReader incidents, DateTimeOffset day, char part, bool isBackward,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = Keys.EventPartition(part.ToString(), Keys.Day(day));
        var places = await LoadAsync(table, incidents, partition, cancellationToken);
        if (isBackward)
            places.Reverse();
        var list = new DecisionList(table, incidents, [.. places]);
        foreach (var chunk in list.places.Chunk(AtOnce))
        {
            foreach (var decided in await Task.WhenAll(chunk.Select(place => list.ReadAsync(place, cancellationToken))))
            {
                if (decided is not null)
                    yield return decided;
            }
        }
    }

    internal static async Task<DecisionList> LoadAsync(
        IRowTable table, IncidentReader incidents, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var days = Days(from, to).Select(Keys.Day);
        var found = await Task.WhenAll(
            days.SelectMany(day => Digits.Select(digit => Keys.EventPartition(digit.ToString(), day)))
                .Select(partition => LoadAsync(table, incidents, partition, cancellationToken)));
        return new DecisionList(
            table,
            incidents,
            [
                .. found.SelectMany(list => list).Where(place => from <= place.At && place.At < to)
                    .OrderByDescending(place => place.At).ThenBy(place => place.Key.Sk, StringComparer.Ordinal),
            ]);
    }

    private static IEnumerable<DateTimeOffset> Days(DateTimeOffset from, DateTimeOffset to)
    {
        for (var day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero); day < to; day = day.AddDays(1))
            yield return day;
    }

    private static async Task<List<Place>> LoadAsync(
        IRowTable table, IncidentReader incidents, string partition, CancellationToken cancellationToken)
    {
        var (found, range) = (new List<Place>(), new RowRange(partition, PageSize));
        while (true)
        {
            var page = await table.ReadRangeAsync(range, cancellationToken);
            found.AddRange(page.Rows.Where(row => !incidents.IsExpired(row)).Select(Place.Of));
            if (page.Last is null)
                return found;
            range = range with { After = page.Last };
        }
    }

    // Null: the row has expired meanwhile.
    private async Task<DecidedEvent?> ReadAsync(Place place, CancellationToken cancellationToken)
    {
        if (await table.ReadAsync(place.Key, cancellationToken) is not { } row)
            return null;
        if (EventItem.ReadEntry(row) is not var (incidentId, key))
            return new DecidedEvent.WithoutEntry(EventItem.ReadRecord(row));
        return await incidents.EntryAsync(incidentId, key, cancellationToken) is { Entry.Change: { } change } entry
            ? new DecidedEvent.WithEntry(entry, change)
            : new DecidedEvent.Lost(EventItem.ReadId(row), place.At, place.Decision, incidentId);
    }

    private sealed record Place(DateTimeOffset At, string Decision, RowKey Key)
    {
        public static Place Of(Row row)
        {
            var (at, decision) = EventItem.ReadDecision(row);
            return new Place(at, decision, RowKey.From(row));
        }
    }
}
