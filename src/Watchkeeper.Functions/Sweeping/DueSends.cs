using System.Collections.Concurrent;
using Watchkeeper.Notification;
using Watchkeeper.Routing;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Sends what is due, each address by itself: its messages go one after the other in the order of their turns, and a slow or dead
/// address keeps no other one waiting.
/// </summary>
/// <param name="log">The notification log.</param>
/// <param name="time">Our clock.</param>
/// <param name="resume">Sends what is due of a row. Never throws for a failure of one row alone.</param>
internal sealed class DueSends(INotificationLog log, TimeProvider time, Func<NotificationRecord, Task> resume)
{
    // One connection each, and memory for as many messages.
    private const int MaxLanes = 16;

    private readonly ConcurrentDictionary<string, DateTimeOffset> freeAt = new(StringComparer.Ordinal);

    /// <summary>The rows of the last list that something keeps back, whole or in part.</summary>
    public IReadOnlyList<NotificationRecord> Held { get; private set; } = [];

    /// <summary>Waits for a time; null if what is due later is left to the next sweep.</summary>
    public Func<TimeSpan, CancellationToken, Task>? Pause { get; init; }

    /// <summary>The time between two messages to an address of a kind. Default: none.</summary>
    public Func<ChannelKind, TimeSpan> IntervalOf { get; init; } = _ => TimeSpan.Zero;

    /// <summary>Sends what becomes due up to a time.</summary>
    /// <param name="upTo">The time.</param>
    /// <param name="end">After which nothing more is begun.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    public Task SendAsync(DateTimeOffset upTo, DateTimeOffset end, CancellationToken cancellationToken) =>
        SendAsync(upTo, upTo, end, cancellationToken);

    /// <summary>Sends what becomes due up to a time, and looks further in the same list.</summary>
    /// <param name="upTo">The time.</param>
    /// <param name="horizon">How far it looks; not before <paramref name="upTo"/>.</param>
    /// <param name="end">After which nothing more is begun.</param>
    /// <param name="cancellationToken">Cancels the sends.</param>
    /// <returns>Whether any message was or becomes due up to <paramref name="horizon"/>.</returns>
    public async Task<bool> SendAsync(
        DateTimeOffset upTo, DateTimeOffset horizon, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var lanes = new Dictionary<string, Queue<NotificationRecord>>(StringComparer.Ordinal);
        var listed = new List<NotificationRecord>();
        await foreach (var record in log.ListDueAsync(horizon, cancellationToken))
            listed.Add(record);
        Held = [.. listed.Where(record => record.IsHeld)];
        var due = listed.Where(record => record.SendAt <= horizon).ToList();
        foreach (var record in due.Where(record => record.SendAt <= upTo).OrderBy(record => record.SendAt))
        {
            var address = AddressOf(record);
            if (!lanes.TryGetValue(address, out var lane))
                lanes[address] = lane = new Queue<NotificationRecord>();
            lane.Enqueue(record);
        }

        var waiting = new Queue<Queue<NotificationRecord>>(lanes.Values);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(MaxLanes, waiting.Count)).Select(_ => WorkAsync()));
        return due.Count > 0;

        async Task WorkAsync()
        {
            while (Next() is { } lane)
                await SendAsync(lane, end, cancellationToken);
        }

        Queue<NotificationRecord>? Next()
        {
            lock (waiting)
                return waiting.TryDequeue(out var lane) ? lane : null;
        }
    }

    private async Task SendAsync(Queue<NotificationRecord> lane, DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (lane.TryDequeue(out var record))
        {
            // Those whose turns passed between two sweeps keep their distance too.
            var free = freeAt.GetValueOrDefault(AddressOf(record));
            var turn = record.SendAt > free ? record.SendAt.Value : free;
            if (turn - time.GetUtcNow() is { } early && early > TimeSpan.Zero && Pause is not null)
            {
                if (turn >= end)
                    return;
                await Pause(early, cancellationToken);
            }

            if (time.GetUtcNow() >= end || record.SendAt > time.GetUtcNow())
                return;
            freeAt[AddressOf(record)] = time.GetUtcNow() + IntervalOf(First(record).Kind);
            await resume(record);
        }
    }

    private static string AddressOf(NotificationRecord record) => $"{First(record).Kind} {First(record).Address}";

    private static Channel First(NotificationRecord record) => record.Deliveries
        .Where(delivery => !delivery.IsHeld && delivery.NextAttemptAt is not null).MinBy(delivery => delivery.NextAttemptAt)!.Channel;
}
