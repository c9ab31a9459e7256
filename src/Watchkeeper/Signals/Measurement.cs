namespace Watchkeeper.Signals;

/// <summary>The side of the threshold, or of the expected band, on which a metric lies while its alarm fires.</summary>
public enum BreachSide
{
    /// <summary>Unknown, or sources disagree.</summary>
    Unknown,

    /// <summary>The metric is too high.</summary>
    Above,

    /// <summary>The metric is too low.</summary>
    Below,
}

/// <summary>What an alarm measured last, and what it compares that with. Numbers are in the metric's own unit.</summary>
public sealed record Measurement
{
    // DynamoDB's numbers lie between these.
    private const double Greatest = 1e125;
    private const double Least = 1e-129;

    /// <summary>The newest data point; null if it is missing or unknown.</summary>
    public double? Value { get; init => field = Bounded(value); }

    /// <summary>Whether data points are missing where they were expected.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The threshold; null for a band, or if it is unknown.</summary>
    public double? Limit { get; init => field = Bounded(value); }

    /// <summary>The lower edge of an expected band.</summary>
    public double? Lower { get; init => field = Bounded(value); }

    /// <summary>The upper edge of an expected band.</summary>
    public double? Upper { get; init => field = Bounded(value); }

    /// <summary>The side on which the alarm fires.</summary>
    public BreachSide Side { get; init; }

    /// <summary>The statistic, such as <c>Average</c>, <c>Sum</c> or <c>p99</c>; empty if unknown.</summary>
    public string Statistic { get; init; } = "";

    /// <summary>The author's label of the expression that the alarm watches; empty for a metric.</summary>
    public string Label { get; init; } = "";

    /// <summary>The newest data points; empty if the source names none, and for a composite alarm.</summary>
    public DataPoints Points { get; init; } = DataPoints.None;

    // Null: no number that can be stored, and none that would help people.
    private static double? Bounded(double? number) => number switch
    {
        0 => 0,
        { } value when Math.Abs(value) is >= Least and <= Greatest => value,
        _ => null,
    };
}
