namespace Watchkeeper.Notification.Metrics;

/// <summary>The form of a metric's headline. An alarm on the other side of its limit overrides the form.</summary>
internal enum MetricForm
{
    /// <summary>A level that is usually too high: «CPU 93 % (limit 80 %)».</summary>
    High,

    /// <summary>A level that is usually too low: «Healthy targets only 1 (minimum 2)».</summary>
    Low,

    /// <summary>What remains of a supply: «Free storage only 18.3 GB (minimum 20 GB)».</summary>
    Remaining,

    /// <summary>A number of things that happened: «3 failed backup jobs».</summary>
    Count,

    /// <summary>Yes or no, without a number: «Status check failed».</summary>
    Flag,
}
