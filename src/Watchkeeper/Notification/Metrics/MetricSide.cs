namespace Watchkeeper.Notification.Metrics;

/// <summary>The side of the limit on which an alarm fires.</summary>
internal enum MetricSide
{
    /// <summary>The event does not say.</summary>
    Unknown,

    /// <summary>Above the limit, or above the band.</summary>
    Above,

    /// <summary>Below the limit, or below the band.</summary>
    Below,
}
