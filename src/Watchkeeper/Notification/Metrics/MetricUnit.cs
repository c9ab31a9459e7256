namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// The unit of a metric's values, from AWS's page of the metric. Where CloudWatch publishes «None», the page's text decides.
/// </summary>
internal enum MetricUnit
{
    /// <summary>A number without a unit.</summary>
    None,

    /// <summary>0 to 100 for a part of a whole.</summary>
    Percent,

    /// <summary>0 to 1 for a part of a whole. A value above 1 is shown as a number: it is no part of a whole.</summary>
    Fraction,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>Units of 2^20 bytes: AWS's «Megabytes» are MiB.</summary>
    Megabytes,

    /// <summary>Bytes in a second.</summary>
    BytesPerSecond,

    /// <summary>Bits in a second.</summary>
    BitsPerSecond,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Thousandths of a second.</summary>
    Milliseconds,

    /// <summary>Millionths of a second.</summary>
    Microseconds,

    /// <summary>A number of things or calls.</summary>
    Count,

    /// <summary>Things or calls in a second.</summary>
    PerSecond,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Money; its code comes from the metric's dimension <c>Currency</c>.</summary>
    Currency,
}
