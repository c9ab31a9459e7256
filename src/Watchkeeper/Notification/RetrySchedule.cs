using System.Collections.Immutable;

namespace Watchkeeper.Notification;

/// <summary>When a failed delivery is retried, and when it fails for good.</summary>
public static class RetrySchedule
{
    // Delays double up to half an hour. The sum is about two and a half hours, longer than most outages of a channel.
    private static readonly ImmutableArray<int> Minutes = [1, 2, 4, 8, 15, 30, 30, 30, 30];

    /// <summary>Maximum number of attempts, including the first.</summary>
    public static int MaxAttempts => Minutes.Length + 1;

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
