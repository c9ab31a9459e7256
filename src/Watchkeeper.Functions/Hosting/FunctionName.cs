namespace Watchkeeper.Functions.Hosting;

/// <summary>The functions in the executable, named as in the template.</summary>
public enum FunctionName
{
    /// <summary>Receives alarms from EventBridge, from SNS and as a direct alarm action.</summary>
    AlarmFunction,

    /// <summary>Receives CloudTrail events and matches detections.</summary>
    TrailFunction,

    /// <summary>Receives AWS Health events and Trusted Advisor's refresh notifications.</summary>
    HealthFunction,

    /// <summary>Runs the audit on its schedule.</summary>
    AdvisorFunction,

    /// <summary>Notifies people of changes in the table's stream.</summary>
    NotifyFunction,

    /// <summary>Reacts to changes in the table's stream.</summary>
    ReactFunction,

    /// <summary>Receives SES's mail events.</summary>
    FeedbackFunction,

    /// <summary>Processes due work every minute.</summary>
    SweepFunction,
}
