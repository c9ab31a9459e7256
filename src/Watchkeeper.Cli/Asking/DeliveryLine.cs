using System.Collections.Immutable;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>One message to one channel as <c>--output json</c> prints it.</summary>
internal sealed record DeliveryLine
{
    /// <summary>The receiver's name at the time.</summary>
    public required string Receiver { get; init; }

    /// <summary>The receiver in whose place this one is told; null unless this one is its fallback.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>The channel and its address.</summary>
    public required string Channel { get; init; }

    /// <summary>pending, sent, retrying, failed, held, suppressed, merged, undelivered or complained.</summary>
    public required string Status { get; init; }

    /// <summary>Number of attempts.</summary>
    public required int Attempts { get; init; }

    /// <summary>The channel's message id, or its error.</summary>
    public required string Detail { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What keeps the message back, or kept it back before; null if nothing ever did.</summary>
    public SuppressionLine? KeptBack { get; init; }

    /// <summary>The deliveries of an entry with their last outcomes.</summary>
    public static ImmutableArray<DeliveryLine> From(NotificationRecord? record) => record is null
        ? []
        : [.. record.Outcomes.Select(From)];

    /// <summary>The line in words: <c>→ mail a@shop.example sent (1 attempt): id</c>.</summary>
    public string Words()
    {
        var place = InsteadOf is { } other ? $" in place of {other}" : "";
        var detail = Detail.Length > 0 ? $": {Detail}" : "";
        var by = KeptBack is { } suppression ? $" {suppression.Words()}" : "";
        if (KeptBack is not null && Attempts == 0)
            return $"→ {Receiver}{place}, {Channel} {Status}{by}{detail}";
        var tried = Attempts == 1 ? "1 attempt" : $"{Attempts} attempts";
        var until = NextAttemptAt is { } next ? $", next at {Moment.Full(next)}" : "";
        var before = by.Length > 0 ? $"; kept back before{by}" : "";
        return $"→ {Receiver}{place}, {Channel} {Status} ({tried}{until}){detail}{before}";
    }

    private static DeliveryLine From(Delivery delivery) => new()
    {
        Receiver = delivery.Receiver,
        InsteadOf = delivery.InsteadOf,
        Channel = $"{delivery.Channel.Kind.ToKebabCase()} {delivery.Channel.Address}",
        Status = delivery.Status.ToKebabCase(),
        Attempts = delivery.Attempts,
        Detail = delivery.Detail,
        // A delivery that is kept back is looked at again each minute.
        NextAttemptAt = delivery.IsHeld ? null : delivery.NextAttemptAt,
        KeptBack = delivery.Suppression is { } suppression ? SuppressionLine.From(suppression) : null,
    };
}
