using System.Collections.Immutable;

namespace Watchkeeper.Notification;

/// <summary>When a message that a channel could not take is tried again, and when it is given up.</summary>
public static class RetrySchedule
{
    // Waits double and end at half an hour: together about two and a half hours, longer than most outages of a channel.
    private static readonly ImmutableArray<int> Minutes = [1, 2, 4, 8, 15, 30, 30, 30, 30];

    /// <summary>Tries in all, the first included.</summary>
    public static int MaxAttempts => Minutes.Length + 1;

    /// <summary>The delivery after a try that ended with <paramref name="result"/>.</summary>
    public static Delivery After(Delivery delivery, SendResult result, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var tried = delivery with { Attempts = delivery.Attempts + 1, NextAttemptAt = null };
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
