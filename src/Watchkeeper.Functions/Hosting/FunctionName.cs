namespace Watchkeeper.Functions.Hosting;

/// <summary>The functions that the executable holds, named as in the template.</summary>
public enum FunctionName
{
    /// <summary>Takes alarms by EventBridge, by SNS and as a direct alarm action.</summary>
    AlarmFunction,

    /// <summary>Takes CloudTrail events and matches detections.</summary>
    TrailFunction,

    /// <summary>Takes AWS Health events and Trusted Advisor's refresh notifications.</summary>
    HealthFunction,

    /// <summary>Runs the audit on its schedule.</summary>
    AdvisorFunction,

    /// <summary>Tells people, from the table's stream.</summary>
    NotifyFunction,

    /// <summary>Reacts, from the table's stream.</summary>
    ReactFunction,

    /// <summary>Takes what SES tells of mails that it took.</summary>
    FeedbackFunction,

    /// <summary>Takes up every minute what time makes due.</summary>
    SweepFunction,
}
