using System.Collections.Immutable;
using Watchkeeper.Incidents;

namespace Watchkeeper.Notification;

/// <summary>
/// Timeline and notification log: one row per notification record. A process claims a row before it sends, and settles the row
/// afterwards. The claim of a process that died expires at that process's own deadline.
/// </summary>
public interface INotificationLog
{
    /// <summary>
    /// Claims the unfinished deliveries of a row. Writes <paramref name="fresh"/> if the row does not exist. For an existing row,
    /// the stored content counts and <paramref name="fresh"/> only gives the key.
    /// </summary>
    /// <param name="fresh">The initial row.</param>
    /// <param name="now">Claims held until before this time have expired.</param>
    /// <param name="heldUntil">When the new claim expires.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken);

    /// <summary>Writes the results of the deliveries, and ends the claim. False if another process has taken the claim.</summary>
    Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken);

    /// <summary>Writes a row without deliveries if it does not exist; false if it does.</summary>
    Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a channel's feedback to a row, whether claimed, settled or neither (<see cref="FeedbackResult.Decide"/>).
    /// </summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="feedback">The feedback.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<FeedbackResult> AddFeedbackAsync(string incidentId, string key, Feedback feedback, CancellationToken cancellationToken);

    /// <summary>Rows whose <see cref="NotificationRecord.DueAt"/> is not after <paramref name="now"/>.</summary>
    IAsyncEnumerable<NotificationRecord> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the entries that the table's stream lost of a slot's incident, and the rows by which they are found: the opening,
    /// the end, and the last change. Other lost changes have left no trace. Deliveries that the last change left unfinished
    /// count as failed. Notifies nobody.
    /// </summary>
    /// <param name="slot">The slot; it has an incident.</param>
    /// <param name="isDelivered">
    /// Whether the stream has delivered or given up every change up to this version. Otherwise only a loss that a later entry
    /// proves is mended.
    /// </param>
    /// <param name="now">The time: what history no longer keeps is not written again.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The keys of the mended entries.</returns>
    Task<ImmutableArray<string>> MendAsync(
        Slot slot, bool isDelivered, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The first changes of one incident, oldest first and bounded. The first row costs one small read; the others are read only
    /// if the caller goes on.
    /// </summary>
    IAsyncEnumerable<NotificationRecord> ListFirstAsync(string incidentId, CancellationToken cancellationToken);

    /// <summary>The rows of one incident, in the order of their keys.</summary>
    IAsyncEnumerable<NotificationRecord> ListAsync(string incidentId, CancellationToken cancellationToken);
}

/// <summary>The result of a claim.</summary>
public abstract record ClaimResult
{
    /// <summary>This process holds the claim until <see cref="NotificationRecord.HeldUntil"/>.</summary>
    /// <param name="Record">The row with the claim.</param>
    /// <param name="IsNew">Whether the claim wrote the row, and no row was there before.</param>
    public sealed record Claimed(NotificationRecord Record, bool IsNew) : ClaimResult;

    /// <summary>Another process holds the claim.</summary>
    public sealed record Held(DateTimeOffset Until) : ClaimResult;

    /// <summary>All deliveries are finished.</summary>
    public sealed record Settled(NotificationRecord Record) : ClaimResult;

    /// <summary>The rule of every log. The row of a <see cref="Claimed"/> result replaces the current row.</summary>
    /// <param name="current">The current row.</param>
    /// <param name="fresh">The initial row.</param>
    /// <param name="now">Claims held until before this time have expired.</param>
    /// <param name="heldUntil">When the new claim expires.</param>
    public static ClaimResult Decide(
        NotificationRecord? current, NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        if (current is { IsSettled: true })
            return new Settled(current);
        if (current?.HeldUntil is { } until && until > now)
            return new Held(until);
        var claimed = (current ?? fresh) with { Claim = (current?.Claim ?? 0) + 1, HeldUntil = heldUntil };
        return new Claimed(claimed, IsNew: current is null);
    }
}
