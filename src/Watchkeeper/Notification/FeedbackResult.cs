namespace Watchkeeper.Notification;

/// <summary>How feedback was accounted for.</summary>
public enum FeedbackReason
{
    /// <summary>The send log says now that the message could not be delivered.</summary>
    Undelivered,

    /// <summary>The send log says now that the message is called spam.</summary>
    Complained,

    /// <summary>The send log says now that the message is late.</summary>
    Delayed,

    /// <summary>The send log has it.</summary>
    Duplicate,

    /// <summary>A delay of which the send log knows later news.</summary>
    Overtaken,

    /// <summary>There is no such row: its time is over, or the message is none of this table's.</summary>
    RowGone,

    /// <summary>The row was told to nobody by this way.</summary>
    NoSuchDelivery,

    /// <summary>The row holds as much feedback as it may.</summary>
    Enough,
}

/// <summary>What became of feedback.</summary>
/// <param name="Reason">How it was accounted for.</param>
/// <param name="Record">The row afterwards; null where there is none.</param>
public sealed record FeedbackResult(FeedbackReason Reason, NotificationRecord? Record)
{
    /// <summary>Most feedback that one row keeps: more tells nobody anything new, and no row may grow without bound.</summary>
    public const int MaxFeedback = 20;

    /// <summary>Whether <see cref="Record"/> is to be written in place of the current row.</summary>
    public bool IsRecorded => Reason is FeedbackReason.Undelivered or FeedbackReason.Complained or FeedbackReason.Delayed;

    /// <summary>
    /// The rule of every log. Whatever the order and however often the same comes, the row ends the same: all failures once each, and of a
    /// message without failure its newest delay.
    /// </summary>
    /// <param name="current">The row that is there.</param>
    /// <param name="feedback">The news.</param>
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

    private static bool IsOfSameMessage(Feedback one, Feedback other) => one.MessageId == other.MessageId && one.Delivery == other.Delivery;

    private static FeedbackReason ReasonOf(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Complaint => FeedbackReason.Complained,
        FeedbackKind.Delay => FeedbackReason.Delayed,
        _ => FeedbackReason.Undelivered,
    };
}
