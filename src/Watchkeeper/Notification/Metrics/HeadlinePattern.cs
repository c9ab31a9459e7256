namespace Watchkeeper.Notification.Metrics;

/// <summary>The pattern of one headline.</summary>
internal enum HeadlinePattern
{
    /// <summary>«CPU 93 % (limit 80 %) on shop-db».</summary>
    Level,

    /// <summary>«Free storage only 18.3 GB (minimum 20 GB) on shop-db».</summary>
    Only,

    /// <summary>«No healthy targets (minimum 2) behind shop-alb».</summary>
    Nothing,

    /// <summary>«3 failed backup jobs in backup vault v».</summary>
    Count,

    /// <summary>«CPU 93 %, limit 80 %, on shop-db»: the alarm's side is unknown.</summary>
    Beside,

    /// <summary>«CPU 93 %, expected 10 % to 20 %, on shop-db».</summary>
    Band,

    /// <summary>«No data for CPU on shop-db».</summary>
    NoData,

    /// <summary>«Status check failed on i-0abc».</summary>
    Flag,

    /// <summary>«Certificate 1 expires in 12 days (limit 30 days)»: the metric's own sentence.</summary>
    Sentence,
}
