using System.Collections.Immutable;
using Watchkeeper.Cli.Run;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>One reaction as <c>--output json</c> prints it.</summary>
internal sealed record ReactionLine
{
    /// <summary>When it was planned.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The reaction's name.</summary>
    public required string Reaction { get; init; }

    /// <summary>The mode at the time: dry-run or auto.</summary>
    public required string Mode { get; init; }

    /// <summary>started, done, would-do, refused, failed or unknown.</summary>
    public required string Status { get; init; }

    /// <summary>What it does or would do; empty without a proposal.</summary>
    public required string Action { get; init; }

    /// <summary>The named reason of a refusal.</summary>
    public string? Refusal { get; init; }

    /// <summary>One sentence about the refusal, or else about the status.</summary>
    public required string Meaning { get; init; }

    /// <summary>AWS's words.</summary>
    public required string Detail { get; init; }

    /// <summary>When its outcome was known.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The messages about it.</summary>
    public required ImmutableArray<DeliveryLine> Deliveries { get; init; }

    /// <summary>The line of a reaction.</summary>
    public static ReactionLine From(ReactionRecord record, NotificationRecord? message) => new()
    {
        At = record.PlannedAt,
        Reaction = record.Reaction,
        Mode = record.Mode.ToKebabCase(),
        Status = record.Status.ToKebabCase(),
        Action = ReactionText.Format(record.Action),
        Refusal = record.Refusal?.ToKebabCase(),
        Meaning = record.Refusal is { } refusal ? Asking.Meaning.Of(refusal) : Asking.Meaning.Of(record.Status),
        Detail = record.Detail,
        FinishedAt = record.FinishedAt,
        Deliveries = DeliveryLine.From(message),
    };

    /// <summary>The line in words.</summary>
    public string Words()
    {
        var why = Refusal is null ? Meaning : $"{Refusal}, {Meaning}";
        var parts = new[] { Action, why, Detail }.Where(part => part.Length > 0);
        return $"{Reaction} {Status}: {string.Join("; ", parts)}";
    }
}
