namespace Watchkeeper.Notification.Pacing;

/// <summary>A delivery that waits for its turn at an address. Waiting is no attempt; who waits too long gives up.</summary>
public static class WaitingDelivery
{
    /// <summary>How long a message waits at most, counted from the entry that it reports.</summary>
    public static TimeSpan MaxWait { get; } = TimeSpan.FromHours(6);

    /// <summary>The delivery while it waits, or given up.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="turn">Its turn.</param>
    /// <param name="since">When the message was to be sent.</param>
    public static Delivery From(Delivery delivery, Turn turn, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(turn);
        return turn.At - since > MaxWait
            ? delivery with
            {
                Status = DeliveryStatus.Failed,
                NextAttemptAt = null,
                IsQueued = false,
                Detail = $"given up after {MaxWait.TotalHours} hours without a turn: {turn.Reason}",
            }
            : delivery with
            {
                Status = DeliveryStatus.Retrying,
                NextAttemptAt = turn.At,
                IsQueued = true,
                Detail = $"waits for its turn: {turn.Reason}",
            };
    }
}
