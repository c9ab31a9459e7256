namespace Watchkeeper.Notification.Metrics;

/// <summary>The parts of one headline, in one language. All texts are inert.</summary>
internal sealed record HeadlineParts
{
    /// <summary>The pattern.</summary>
    public required HeadlinePattern Pattern { get; init; }

    /// <summary>The metric's words.</summary>
    public required MetricWords Words { get; init; }

    /// <summary>Whether the name is the author's label, which stays as written.</summary>
    public required bool IsLabel { get; init; }

    /// <summary>Whether the metric is what remains of a supply.</summary>
    public required bool IsRemaining { get; init; }

    /// <summary>Whether the limit is a minimum.</summary>
    public required bool IsMinimum { get; init; }

    /// <summary>Whether the alarm is over.</summary>
    public required bool IsResolved { get; init; }

    /// <summary>The resource; empty if the alarm names none.</summary>
    public required string Thing { get; init; }

    /// <summary>The alarm's name if the resource has no name of its own; else empty.</summary>
    public string AlarmName { get; init; } = "";

    /// <summary>Whether the limit is the edge of an anomaly detection band.</summary>
    public bool IsExpected { get; init; }

    /// <summary>The value with its unit; null if there is none.</summary>
    public string? Value { get; init; }

    /// <summary>The limit with its unit; null if there is none, or if it says nothing.</summary>
    public string? Limit { get; init; }

    /// <summary>The lower edge of the band.</summary>
    public string? Lower { get; init; }

    /// <summary>The upper edge of the band.</summary>
    public string? Upper { get; init; }
}
