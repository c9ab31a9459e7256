namespace Watchkeeper.Notification;

/// <summary>
/// Timeline and send log: one row a notice. A row is claimed before anything is sent and settled after; a claim left behind by a
/// process that died runs out at that process's own deadline.
/// </summary>
public interface INotificationLog
{
    /// <summary>
    /// Takes the right to send what is unfinished. Writes <paramref name="fresh"/> if the row is not there yet; where it is, what it
    /// says counts and <paramref name="fresh"/> is only its key.
    /// </summary>
    /// <param name="fresh">The row as it would begin.</param>
    /// <param name="now">Claims held until before this time have run out.</param>
    /// <param name="heldUntil">Until when the new claim holds.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ClaimResult> ClaimAsync(
        NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil, CancellationToken cancellationToken);

    /// <summary>Writes what became of the deliveries, and ends the claim. False where the claim had been lost to another.</summary>
    Task<bool> SettleAsync(NotificationRecord record, CancellationToken cancellationToken);

    /// <summary>Writes a row that nobody is told of, if it is not there yet; false where it is.</summary>
    Task<bool> RecordAsync(NotificationRecord record, CancellationToken cancellationToken);

    /// <summary>Adds what a channel told of a message, whoever holds the row and whether it is settled or not (<see cref="FeedbackResult.Decide"/>).</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="feedback">The news.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<FeedbackResult> AddFeedbackAsync(string incidentId, string key, Feedback feedback, CancellationToken cancellationToken);

    /// <summary>Rows whose <see cref="NotificationRecord.DueAt"/> is not after <paramref name="now"/>.</summary>
    IAsyncEnumerable<NotificationRecord> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The rows of one incident, in the order of their keys.</summary>
    IAsyncEnumerable<NotificationRecord> ListAsync(string incidentId, CancellationToken cancellationToken);
}

/// <summary>What became of a claim.</summary>
public abstract record ClaimResult
{
    /// <summary>The row is ours until its <see cref="NotificationRecord.HeldUntil"/>.</summary>
    public sealed record Claimed(NotificationRecord Record) : ClaimResult;

    /// <summary>Another process holds it.</summary>
    public sealed record Held(DateTimeOffset Until) : ClaimResult;

    /// <summary>Nothing is left to do.</summary>
    public sealed record Settled(NotificationRecord Record) : ClaimResult;

    /// <summary>The rule of every log; where the answer is <see cref="Claimed"/>, its row is to be written in place of the current one.</summary>
    /// <param name="current">The row that is there.</param>
    /// <param name="fresh">The row as it would begin.</param>
    /// <param name="now">Claims held until before this time have run out.</param>
    /// <param name="heldUntil">Until when the new claim holds.</param>
    public static ClaimResult Decide(NotificationRecord? current, NotificationRecord fresh, DateTimeOffset now, DateTimeOffset heldUntil)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        if (current is { IsSettled: true })
            return new Settled(current);
        if (current?.HeldUntil is { } until && until > now)
            return new Held(until);
        return new Claimed((current ?? fresh) with { Claim = (current?.Claim ?? 0) + 1, HeldUntil = heldUntil });
    }
}
