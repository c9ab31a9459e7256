namespace Watchkeeper.Signals;

/// <summary>The kind of a signal. It gives the default severity, and selects reactions and message texts.</summary>
public enum SignalKind
{
    /// <summary>An alarm over CPU utilisation.</summary>
    Cpu,

    /// <summary>An alarm over reads from disks, volumes or tables.</summary>
    DiskRead,

    /// <summary>An alarm over writes to disks, volumes or tables.</summary>
    DiskWrite,

    /// <summary>An alarm over traffic that comes in.</summary>
    NetworkIn,

    /// <summary>An alarm over traffic that goes out.</summary>
    NetworkOut,

    /// <summary>An alarm over failed status or health checks.</summary>
    StatusCheck,

    /// <summary>An alarm over any other metric, or over metric math.</summary>
    CustomMetric,

    /// <summary>An Auto Scaling group at its maximum size while its scaling policy asks for more.</summary>
    ScalingLimit,

    /// <summary>A composite alarm.</summary>
    CompositeAlarm,

    /// <summary>An API call or sign-in that matches a detection.</summary>
    Detection,

    /// <summary>An unusual call or error rate that CloudTrail Insights found.</summary>
    Insight,

    /// <summary>A Trusted Advisor finding of status error (red).</summary>
    AuditError,

    /// <summary>A Trusted Advisor finding of status warning (yellow).</summary>
    AuditWarning,

    /// <summary>A Health event of category issue.</summary>
    HealthIssue,

    /// <summary>A Health event of category scheduledChange.</summary>
    HealthScheduledChange,

    /// <summary>A Health event of category accountNotification or investigation.</summary>
    HealthNotification,

    /// <summary>
    /// A Health event about what the account's own resources or credentials do or risk: abuse reports, exposed access keys.
    /// </summary>
    HealthAbuse,

    /// <summary>The version of the configuration in force cannot be used.</summary>
    UnusableConfiguration,

    /// <summary>Events whose end the nightly recount cannot find.</summary>
    LostEvents,
}
