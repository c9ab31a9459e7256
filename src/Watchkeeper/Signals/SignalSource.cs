namespace Watchkeeper.Signals;

/// <summary>Where a signal came from: an AWS service, or Watchkeeper itself.</summary>
public enum SignalSource
{
    /// <summary>A state change of a CloudWatch alarm, by EventBridge, by SNS or as a direct alarm action.</summary>
    Alarm,

    /// <summary>An API call, a sign-in, a service event or an insight from CloudTrail.</summary>
    Trail,

    /// <summary>A finding of Trusted Advisor, from a scheduled run or a refresh notification.</summary>
    Audit,

    /// <summary>An event of AWS Health.</summary>
    Health,

    /// <summary>Watchkeeper itself.</summary>
    Watchkeeper,
}
