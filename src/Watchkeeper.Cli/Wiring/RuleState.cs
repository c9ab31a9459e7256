namespace Watchkeeper.Cli.Wiring;

/// <summary>The states of a rule; see «Receiving read-only management events from AWS services» in EventBridge's user guide.</summary>
internal enum RuleState
{
    /// <summary><c>DISABLED</c>.</summary>
    Disabled,

    /// <summary><c>ENABLED</c>: all that matches but read-only management events of CloudTrail.</summary>
    Enabled,

    /// <summary><c>ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS</c>: all that matches.</summary>
    EnabledWithReads,
}
