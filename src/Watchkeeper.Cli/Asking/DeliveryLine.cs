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

    /// <summary>pending, sent, retrying, failed, undelivered or complained.</summary>
    public required string Status { get; init; }

    /// <summary>Number of attempts.</summary>
    public required int Attempts { get; init; }

    /// <summary>The channel's message id, or its error.</summary>
    public required string Detail { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The deliveries of an entry with their last outcomes.</summary>
    public static ImmutableArray<DeliveryLine> From(NotificationRecord? record) => record is null
        ? []
        : [.. record.Outcomes.Select(From)];

    /// <summary>The line in words: <c>→ mail a@shop.example sent (1 attempt): id</c>.</summary>
    public string Words()
    {
        var tried = Attempts == 1 ? "1 attempt" : $"{Attempts} attempts";
        var until = NextAttemptAt is { } next ? $", next at {Moment.Full(next)}" : "";
        var detail = Detail.Length > 0 ? $": {Detail}" : "";
        var place = InsteadOf is { } other ? $" in place of {other}" : "";
        return $"→ {Receiver}{place}, {Channel} {Status} ({tried}{until}){detail}";
    }

    private static DeliveryLine From(Delivery delivery) => new()
    {
        Receiver = delivery.Receiver,
        InsteadOf = delivery.InsteadOf,
        Channel = $"{delivery.Channel.Kind.ToKebabCase()} {delivery.Channel.Address}",
        Status = delivery.Status.ToKebabCase(),
        Attempts = delivery.Attempts,
        Detail = delivery.Detail,
        NextAttemptAt = delivery.NextAttemptAt,
    };
}
