namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// The states of a rule; see «Receiving read-only management events from AWS services» in the EventBridge user guide.
/// </summary>
internal enum RuleState
{
    /// <summary><c>DISABLED</c>.</summary>
    Disabled,

    /// <summary><c>ENABLED</c>: delivers all matching events except read-only management events of CloudTrail.</summary>
    Enabled,

    /// <summary><c>ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS</c>: delivers all matching events.</summary>
    EnabledWithReads,
}
