using System.Collections.Immutable;
using Watchkeeper.Notification.Pacing;

namespace Watchkeeper.Notification;

/// <summary>When a failed delivery is retried, and when it fails for good.</summary>
public static class RetrySchedule
{
    // Delays double up to half an hour. The sum is about two and a half hours, longer than most outages of a channel.
    private static readonly ImmutableArray<int> Minutes = [1, 2, 4, 8, 15, 30, 30, 30, 30];

    /// <summary>Maximum number of attempts, including the first.</summary>
    public static int MaxAttempts => Minutes.Length + 1;

    /// <summary>How long a message waits at most for its turn at an address that takes little or nothing.</summary>
    public static TimeSpan MaxWait { get; } = TimeSpan.FromHours(6);

    /// <summary>The delivery that waits for its turn. Waiting is no attempt; who waits too long gives up.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="turn">Its turn.</param>
    /// <param name="since">When the message was to be sent.</param>
    public static Delivery Wait(Delivery delivery, Turn turn, DateTimeOffset since)
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

    /// <summary>The delivery after an attempt with this <paramref name="result"/>.</summary>
    public static Delivery After(Delivery delivery, SendResult result, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var tried = delivery with { Attempts = delivery.Attempts + 1, NextAttemptAt = null, IsQueued = false };
        return result switch
        {
            SendResult.Sent sent => tried with { Status = DeliveryStatus.Sent, Detail = sent.MessageId },
            SendResult.GiveUp refused => tried with { Status = DeliveryStatus.Failed, Detail = refused.Reason },
            SendResult.Retry retry when tried.Attempts >= MaxAttempts =>
                tried with { Status = DeliveryStatus.Failed, Detail = $"given up after {tried.Attempts} tries: {retry.Reason}" },
            SendResult.Retry retry => tried with
            {
                Status = DeliveryStatus.Retrying,
                Detail = retry.Reason,
                NextAttemptAt = now + Longer(retry.After, TimeSpan.FromMinutes(Minutes[tried.Attempts - 1])),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "not a result that a channel gives"),
        };
    }

    private static TimeSpan Longer(TimeSpan? asked, TimeSpan usual) => asked > usual ? asked.Value : usual;
}
