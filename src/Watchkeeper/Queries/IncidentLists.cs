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
        await foreach (var (at, snapshot) in AllAsync(question, place, cancellationToken))
        {
            // One more than the page holds, so that a next page is promised only if there is one.
            if (found.Count == size || looked == MaxLooked)
                return new IncidentPage(found.ToImmutable(), PageToken.Write(name, last!), looked);
            looked++;
            last = at;
            if (snapshot is not null && question.Matchers.All(matcher => matcher.Matches(IncidentLabels.From(snapshot.Incident))))
                found.Add(snapshot);
        }

        return new IncidentPage(found.ToImmutable(), null, looked);
    }

    // Null: the list leads to an incident that has expired, or that does not belong to it any more.
    private IAsyncEnumerable<(string Place, IncidentSnapshot? Snapshot)> AllAsync(
        IncidentQuestion question, string? place, CancellationToken cancellationToken) => question switch
        {
            IncidentQuestion.Active => ActiveAsync(place, cancellationToken),
            IncidentQuestion.Ended ended => EndedAsync(ended, place, cancellationToken),
            IncidentQuestion.OfService of => ListedAsync('S', of.Service, place, cancellationToken),
            IncidentQuestion.OfResource of => ListedAsync('R', of.Resource, place, cancellationToken),
            IncidentQuestion.OfActor of => ListedAsync('A', of.Actor, place, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "not a question that is known here"),
        };

    private async IAsyncEnumerable<(string Place, IncidentSnapshot? Snapshot)> ActiveAsync(
        string? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shards = SlotItem.Open.AllShards.Select(shard => new RowRange(shard, ShardPage, SlotItem.Open) { After = place });
        await foreach (var (at, row) in new ShardedList(table, [.. shards]).ReadAsync(cancellationToken))
        {
            var slot = SlotItem.Read(row);
            yield return (at, slot.Active is null ? null : IncidentReader.From(slot));
        }
    }

    private async IAsyncEnumerable<(string Place, IncidentSnapshot? Snapshot)> EndedAsync(
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
            var shards = Enumerable.Range(0, Keys.Shards).Select(shard => new RowRange(Keys.EndedPartition(name, shard), ShardPage)
            {
                From = from,
                To = to,
                IsDescending = true,
                After = place,
            });
            await foreach (var (at, row) in new ShardedList(table, [.. shards]).ReadAsync(cancellationToken))
            {
                var snapshot = await ReadAsync(row, cancellationToken);
                // An incident that was active again is listed where it ended last.
                yield return (at, snapshot?.Incident.ResolvedAt is { } end && at.StartsWith(
                    ListItem.SortableTime(end), StringComparison.Ordinal) ? snapshot : null);
            }
        }
    }

    private async IAsyncEnumerable<(string Place, IncidentSnapshot? Snapshot)> ListedAsync(
        char list, string value, string? place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shards = Keys.ListPartitions(list, value)
            .Select(partition => new RowRange(partition, ShardPage) { IsDescending = true, After = place });
        await foreach (var (at, row) in new ShardedList(table, [.. shards]).ReadAsync(cancellationToken))
            yield return (at, await ReadAsync(row, cancellationToken));
    }

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
}
