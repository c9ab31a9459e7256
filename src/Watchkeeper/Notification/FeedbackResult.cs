namespace Watchkeeper.Notification;

/// <summary>How feedback was accounted for.</summary>
public enum FeedbackReason
{
    /// <summary>The notification log now records a failed delivery.</summary>
    Undelivered,

    /// <summary>The notification log now records a complaint.</summary>
    Complained,

    /// <summary>The notification log now records a delay.</summary>
    Delayed,

    /// <summary>The notification log already holds this feedback.</summary>
    Duplicate,

    /// <summary>The feedback is a delay, and the notification log holds later feedback.</summary>
    Overtaken,

    /// <summary>The row does not exist: it has expired, or the message belongs to another table.</summary>
    RowGone,

    /// <summary>The row has no delivery by this channel.</summary>
    NoSuchDelivery,

    /// <summary>The row holds the maximum amount of feedback.</summary>
    Enough,
}

/// <summary>The result of recording feedback.</summary>
/// <param name="Reason">How the feedback was accounted for.</param>
/// <param name="Record">The row after the feedback; null if it does not exist.</param>
public sealed record FeedbackResult(FeedbackReason Reason, NotificationRecord? Record)
{
    /// <summary>Maximum feedback per row. Further feedback adds no information, and a row must not grow without bound.</summary>
    public const int MaxFeedback = 20;

    /// <summary>Whether <see cref="Record"/> replaces the current row.</summary>
    public bool IsRecorded => Reason is FeedbackReason.Undelivered or FeedbackReason.Complained or FeedbackReason.Delayed;

    /// <summary>
    /// The rule of every log. The row ends the same for any order and any repetition of feedback: it holds every failure once,
    /// and the newest delay of each message without a failure.
    /// </summary>
    /// <param name="current">The current row.</param>
    /// <param name="feedback">The feedback.</param>
    public static FeedbackResult Decide(NotificationRecord? current, Feedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (current is null)
            return new FeedbackResult(FeedbackReason.RowGone, null);
        if (!current.Deliveries.Any(delivery => current.KeyOf(delivery) == feedback.Delivery))
            return new FeedbackResult(FeedbackReason.NoSuchDelivery, current);
        if (current.Feedback.Any(known => known.Id == feedback.Id))
            return new FeedbackResult(FeedbackReason.Duplicate, current);
        if (!feedback.IsFailure && current.Feedback.Any(known => IsLaterNews(known, feedback)))
            return new FeedbackResult(FeedbackReason.Overtaken, current);
        var others = current.Feedback.RemoveAll(known => !known.IsFailure && IsOfSameMessage(known, feedback));
        return others.Length >= MaxFeedback
            ? new FeedbackResult(FeedbackReason.Enough, current)
            : new FeedbackResult(ReasonOf(feedback.Kind), current with { Feedback = others.Add(feedback) });
    }

    private static bool IsLaterNews(Feedback known, Feedback delay) =>
        IsOfSameMessage(known, delay) && (known.IsFailure || known.At >= delay.At);

    private static bool IsOfSameMessage(Feedback one, Feedback other) =>
        one.MessageId == other.MessageId && one.Delivery == other.Delivery;

    private static FeedbackReason ReasonOf(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Complaint => FeedbackReason.Complained,
        FeedbackKind.Delay => FeedbackReason.Delayed,
        _ => FeedbackReason.Undelivered,
    };
}
