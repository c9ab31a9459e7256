using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Watchkeeper.Routing;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Queries;

/// <summary>Reads the lists of incidents page by page.</summary>
internal sealed class IncidentLists(IRowTable table, IncidentReader incidents)
{
    // A page that finds little ends here, so that a caller can show progress and be interrupted.
    private const int MaxLooked = 2000;

    // Rows of a shard in one request. Most pages take a few rows of each shard.
    private const int ShardPage = 25;

    public async Task<IncidentPage> ReadAsync(
        IncidentQuestion question, int size, string? token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var name = NameOf(question);
        var place = token is null ? null : PageToken.Read(name, token) ?? throw new PageTokenException();
        var (found, looked, last) = (ImmutableArray.CreateBuilder<IncidentSnapshot>(), 0, (string?)null);
        var entries = AllAsync(question, place, cancellationToken);
        await foreach (var batch in entries.Chunk(size + 1).WithCancellation(cancellationToken))
        {
            // The incidents of a batch are read at once.
            var snapshots = await Task.WhenAll(batch.Select(entry => entry.Snapshot(cancellationToken)));
            for (var at = 0; at < batch.Length; at++)
            {
                // One more than the page holds, so that a next page is promised only if there is one.
                if (found.Count == size || looked == MaxLooked)
                    return new IncidentPage(found.ToImmutable(), PageToken.Write(name, last!), looked);
                looked++;
                last = batch[at].Place;
                if (snapshots[at] is { } snapshot && IsWanted(question, snapshot))
                    found.Add(snapshot);
            }
        }

        return new IncidentPage(found.ToImmutable(), null, looked);
    }

    private static bool IsWanted(IncidentQuestion question, IncidentSnapshot snapshot) =>
        question.Matchers.IsEmpty
        || IncidentLabels.From(snapshot.Incident) is var labels && question.Matchers.All(matcher => matcher.Matches(labels));

    private IAsyncEnumerable<ListEntry> AllAsync(
        IncidentQuestion question, string? place, CancellationToken cancellationToken) => question switch
        {
            IncidentQuestion.Active => ActiveAsync(place, cancellationToken),
            IncidentQuestion.Ended ended => EndedAsync(ended, place, cancellationToken),
            IncidentQuestion.OfService of => ListedAsync('S', of.Service, place, cancellationToken),
            IncidentQuestion.OfResource of => ListedAsync('R', of.Resource, place, cancellationToken),
            IncidentQuestion.OfActor of => ListedAsync('A', of.Actor, place, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "not a question that is known here"),
        };

    private async IAsyncEnumerable<ListEntry> ActiveAsync(
        string? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shards = SlotItem.Open.AllShards.Select(shard => new RowRange(shard, ShardPage, SlotItem.Open) { After = place });
        await foreach (var (at, row) in new ShardedList(table, [.. shards]).ReadAsync(cancellationToken))
        {
            var slot = SlotItem.Read(row);
            var snapshot = slot.Active is null ? null : IncidentReader.From(slot);
            yield return new ListEntry(at, _ => Task.FromResult(snapshot));
        }
    }

    private async IAsyncEnumerable<ListEntry> EndedAsync(
        IncidentQuestion.Ended question, string? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (from, to) = (ListItem.SortableTime(question.From), ListItem.SortableTime(question.To));
        // The place begins with the day that it is in.
        var first = place is null
            ? question.To
            : DateTimeOffset.Parse(place.AsSpan(0, 10), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        for (var day = first.UtcDateTime.Date; day >= question.From.UtcDateTime.Date; day = day.AddDays(-1))
        {
            var name = Keys.Day(new DateTimeOffset(day, TimeSpan.Zero));
            var shards = Enumerable.Range(0, Keys.Shards).Select(shard => Keys.EndedPartition(name, shard)).Select(partition =>
                new RowRange(partition, ShardPage) { From = from, To = to, IsDescending = true, After = place });
            await foreach (var (at, row) in new ShardedList(table, [.. shards]).ReadAsync(cancellationToken))
            {
                yield return new ListEntry(at, token => ReadEndAsync(at, row, token));
            }
        }
    }

    private async IAsyncEnumerable<ListEntry> ListedAsync(
        char list, string value, string? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shards = Keys.ListPartitions(list, value)
            .Select(partition => new RowRange(partition, ShardPage) { IsDescending = true, After = place });
        await foreach (var (at, row) in new ShardedList(table, [.. shards]).ReadAsync(cancellationToken))
            yield return new ListEntry(at, token => ReadAsync(row, token));
    }

    // An incident that was active again is listed where it ended last.
    private async Task<IncidentSnapshot?> ReadEndAsync(string place, Row row, CancellationToken cancellationToken) =>
        await ReadAsync(row, cancellationToken) is { Incident.ResolvedAt: { } end } snapshot
            && place.StartsWith(ListItem.SortableTime(end), StringComparison.Ordinal) ? snapshot : null;

    private async Task<IncidentSnapshot?> ReadAsync(Row row, CancellationToken cancellationToken) =>
        incidents.IsExpired(row) ? null : await incidents.SnapshotAsync(ListItem.Read(row), cancellationToken);

    // Differs for every question: a token of another one must not be taken.
    private static string NameOf(IncidentQuestion question) => string.Join(
        "\n",
        [
            question switch
            {
                IncidentQuestion.Active => "active",
                IncidentQuestion.Ended of => $"ended\n{ListItem.SortableTime(of.From)}\n{ListItem.SortableTime(of.To)}",
                IncidentQuestion.OfService of => $"service\n{of.Service}",
                IncidentQuestion.OfResource of => $"resource\n{of.Resource}",
                IncidentQuestion.OfActor of => $"actor\n{of.Actor}",
                _ => "",
            },
            .. question.Matchers.Select(matcher => matcher.ToString()),
        ]);

    /// <summary>A row of a list, before its incident is read.</summary>
    /// <param name="Place">Its place in the order.</param>
    /// <param name="Snapshot">
    /// Reads the incident; null if it has expired, or does not belong to the list any more.
    /// </param>
    private sealed record ListEntry(string Place, Func<CancellationToken, Task<IncidentSnapshot?>> Snapshot);
}
