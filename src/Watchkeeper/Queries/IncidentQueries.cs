using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Queries;

/// <summary>
/// The read side: answers what is active, what has ended, what happened to an incident, and what became of an event. It changes
/// nothing. Lists lag behind the table's stream by a moment; the incidents in them are read from the table.
/// </summary>
/// <param name="table">The table. If it cannot be reached, the calls throw.</param>
/// <param name="time">The clock: rows whose time to live has ended are not shown, even if the table still holds them.</param>
public sealed class IncidentQueries(IRowTable table, TimeProvider time)
{
    private readonly IncidentReader incidents = new(table, time);

    /// <summary>Reads one entry of the active list, so that an unreachable table shows before the first question.</summary>
    public Task TryAsync(CancellationToken cancellationToken) =>
        table.ReadRangeAsync(new RowRange(SlotItem.Open.Shard(0), 1, SlotItem.Open), cancellationToken);

    /// <summary>One page of a list.</summary>
    /// <param name="question">The question.</param>
    /// <param name="size">Maximum number of incidents, from 1.</param>
    /// <param name="token">The token of the page (<see cref="IncidentPage.Next"/>); null for the first.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <exception cref="PageTokenException">The token is damaged, or belongs to another question.</exception>
    public Task<IncidentPage> ListAsync(
        IncidentQuestion question, int size, string? token, CancellationToken cancellationToken) =>
        new IncidentLists(table, incidents).ReadAsync(question, size, token, cancellationToken);

    /// <summary>Finds an incident by its id, with or without <c>inc-</c>, whole or shortened to at least six digits.</summary>
    public Task<IncidentLookup> FindAsync(string id, CancellationToken cancellationToken) =>
        new IncidentIds(table, incidents).FindAsync(id, cancellationToken);

    /// <summary>A page of an incident's timeline, newest first: its changes, without the reactions.</summary>
    /// <param name="incidentId">The incident's whole id.</param>
    /// <param name="size">Maximum number of entries, from 1.</param>
    /// <param name="after">The key of the last entry of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The entries, and whether there are more.</returns>
    public async Task<(ImmutableArray<NotificationRecord> Entries, bool HasMore)> ReadTimelineAsync(
        string incidentId, int size, string? after, CancellationToken cancellationToken)
    {
        var page = await table.ReadRangeAsync(IncidentReader.Timeline(incidentId, size + 1, after), cancellationToken);
        return ([.. page.Rows.Take(size).Select(NotificationItem.Read)], page.Rows.Length > size);
    }

    /// <summary>An incident's timeline, newest first. Reads as many pages as are asked for.</summary>
    /// <param name="incidentId">The incident's whole id.</param>
    /// <param name="pageSize">Entries in one request, from 1.</param>
    /// <param name="after">The key of the entry to go on after; null begins with the newest.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async IAsyncEnumerable<NotificationRecord> StreamTimelineAsync(
        string incidentId, int pageSize, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await table.ReadRangeAsync(IncidentReader.Timeline(incidentId, pageSize, after), cancellationToken);
            foreach (var row in page.Rows)
                yield return NotificationItem.Read(row);
            after = page.Last;
        }
        while (after is not null);
    }

    /// <summary>The messages that announced the ends of silences over an incident, newest first.</summary>
    public async Task<ImmutableArray<NotificationRecord>> ReadSilenceEndsAsync(
        string incidentId, CancellationToken cancellationToken)
    {
        var rows = table.QueryAsync(Keys.Incident(incidentId), Keys.SilenceEndPrefix, cancellationToken);
        var ends = await rows.Select(NotificationItem.Read).ToListAsync(cancellationToken);
        return [.. ends.OrderByDescending(record => record.Entry.At)];
    }

    /// <summary>The reactions to an incident, with the messages about them, in the order of their steps.</summary>
    public async Task<ImmutableArray<(ReactionRecord Reaction, NotificationRecord? Message)>> ReadReactionsAsync(
        string incidentId, CancellationToken cancellationToken)
    {
        var partition = Keys.Incident(incidentId);
        var messages = await table.QueryAsync(partition, Keys.ReactionEntryPrefix, cancellationToken)
            .Select(NotificationItem.Read).ToDictionaryAsync(record => record.Entry.Key, cancellationToken: cancellationToken);
        return
        [
            .. await table.QueryAsync(partition, Keys.ReactionPrefix, cancellationToken)
                .Select(row => ReactionItem.ReadRow(row))
                .Select(record => (record, messages.GetValueOrDefault(Keys.ReactionEntryPrefix + record.Step)))
                .ToListAsync(cancellationToken),
        ];
    }

    /// <summary>What was decided in a period. Events are kept for eight days.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after it.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public Task<DecisionList> ListDecisionsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        DecisionList.LoadAsync(table, incidents, from, to, cancellationToken);

    /// <summary>The parts of a day, by the first digit of a hash.</summary>
    public static string PartsOfDay => DecisionList.Digits;

    /// <summary>
    /// The decisions of one part of a day, in the order of their ids, with those whose entry is not there (<see cref="DecidedEvent.Lost"/>).
    /// </summary>
    /// <param name="day">The day, in UTC.</param>
    /// <param name="part">One of <see cref="PartsOfDay"/>.</param>
    /// <param name="isBackward">Whether the last comes first.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public IAsyncEnumerable<DecidedEvent> ReadPartOfDayAsync(
        DateOnly day, char part, bool isBackward, CancellationToken cancellationToken) =>
        DecisionList.ReadPartAsync(
            table, incidents, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), part, isBackward, cancellationToken);

    /// <summary>What became of an event, by the envelope's id. Events are kept for eight days.</summary>
    public async Task<EventTrace> TraceAsync(string eventId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(eventId);
        var stored = InertText.Shorten(eventId, SubjectLimits.EventId);
        var hash = StableHash.Compute(stored);
        var now = time.GetUtcNow();
        // A day more on both sides, for clocks that differ.
        var days = Enumerable.Range(-1, (int)EventItem.Retention.TotalDays + 2).Select(ago => Keys.Day(now.AddDays(-ago)));
        var found = await Task.WhenAll(days.Select(day => Keys.EventPartition(hash, day)).Select(partition =>
            table.QueryAsync(partition, hash + "#", cancellationToken).ToListAsync(cancellationToken).AsTask()));
        var rows = found.SelectMany(list => list).Where(row => !incidents.IsExpired(row)).ToList();
        var entries = await Task.WhenAll(rows.Select(EventItem.ReadEntry).OfType<(string IncidentId, string Key)>()
            .Select(way => incidents.EntryAsync(way.IncidentId, way.Key, cancellationToken)));
        return new EventTrace(
            stored,
            [.. entries.OfType<NotificationRecord>().OrderBy(record => record.Entry.At)],
            [
                .. rows.Where(row => EventItem.ReadEntry(row) is null).Select(EventItem.ReadRecord).OrderBy(record => record.At),
            ]);
    }
}
