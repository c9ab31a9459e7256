using System.Collections.Immutable;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>One entry of a timeline as <c>--output json</c> prints it.</summary>
internal sealed record TimelineLine
{
    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The named reason of the decision; null if an earlier version recorded it.</summary>
    public string? Decision { get; init; }

    /// <summary>The transition that people may hear of; null if there was none.</summary>
    public string? Transition { get; init; }

    /// <summary>When the source saw it.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The event that caused it, for <c>why</c>; the id of an operator's action.</summary>
    public string? EventId { get; init; }

    /// <summary>The version of the configuration that it was decided under; null if none was recorded.</summary>
    public string? Configuration { get; init; }

    /// <summary>The source's or the operator's own words; untrusted text.</summary>
    public required string Description { get; init; }

    /// <summary>The severity after it.</summary>
    public required string Severity { get; init; }

    /// <summary>The status after it.</summary>
    public required string Status { get; init; }

    /// <summary>Why people were notified, or nobody was.</summary>
    public string? Notification { get; init; }

    /// <summary>The messages.</summary>
    public required ImmutableArray<DeliveryLine> Deliveries { get; init; }

    /// <summary>The line of an entry.</summary>
    public static TimelineLine From(NotificationRecord record) => new()
    {
        At = record.Entry.At,
        Decision = record.Entry.Change?.Reason.ToKebabCase(),
        Transition = record.Entry.Transition?.ToKebabCase(),
        OccurredAt = record.Entry.Change?.OccurredAt,
        EventId = record.Entry.Change?.EventId,
        Configuration = record.Entry.Change?.Configuration,
        Description = record.Entry.Change?.Description ?? (record.Entry.Ending is { } ending
            ? $"{ending.Silence} of {ending.By} ({ending.Reason}) ends at {Moment.Full(ending.EndsAt)}"
            : ""),
        Severity = record.Entry.Incident.Severity.ToKebabCase(),
        Status = record.Entry.Incident.Status.ToKebabCase(),
        Notification = record.Reason?.ToKebabCase(),
        Deliveries = DeliveryLine.From(record),
    };
}
