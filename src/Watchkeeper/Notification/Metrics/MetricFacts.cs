using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Metrics;

/// <summary>What a metric alarm says, for its headline. All texts are untrusted.</summary>
internal sealed record MetricFacts
{
    /// <summary>The metric's namespace; empty for a math expression and a query.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The metric's name; empty for a math expression and a query.</summary>
    public string Metric { get; init; } = "";

    /// <summary>The statistic, such as <c>Average</c> or <c>p99</c>.</summary>
    public string Statistic { get; init; } = "";

    /// <summary>The author's label of a math expression or a query. It goes before the metric's words.</summary>
    public string Label { get; init; } = "";

    /// <summary>The newest value, in the metric's own unit.</summary>
    public double? Value { get; init; }

    /// <summary>The limit, in the metric's own unit.</summary>
    public double? Limit { get; init; }

    /// <summary>The lower edge of an anomaly detection band.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper edge of an anomaly detection band.</summary>
    public double? Upper { get; init; }

    /// <summary>The side on which the alarm fires.</summary>
    public BreachSide Side { get; init; }

    /// <summary>The resource in the reader's language, with its kind if the name says little: «distribution E1».</summary>
    public string Thing { get; init; } = "";

    /// <summary>The alarm's name, which says what a resource without a name of its own is; may be empty.</summary>
    public string AlarmName { get; init; } = "";

    /// <summary>The code of a currency, from the dimension <c>Currency</c> of <c>AWS/Billing</c>.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Whether the alarm fires because data points are missing.</summary>
    public bool IsMissingData { get; init; }

    /// <summary>Whether the alarm returned to OK. The value is then the present one.</summary>
    public bool IsResolved { get; init; }
}
