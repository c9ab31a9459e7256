using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>Where an instance refresh stands. AWS adds names: one that is not here is kept as text.</summary>
public class InstanceRefreshStatus : ConstantClass
{
    /// <summary>Done, and watched for a while before it counts as successful.</summary>
    public static readonly InstanceRefreshStatus Baking = new("Baking");

    /// <summary>Stopped by somebody.</summary>
    public static readonly InstanceRefreshStatus Cancelled = new("Cancelled");

    /// <summary>Being stopped.</summary>
    public static readonly InstanceRefreshStatus Cancelling = new("Cancelling");

    /// <summary>Failed.</summary>
    public static readonly InstanceRefreshStatus Failed = new("Failed");

    /// <summary>Under way.</summary>
    public static readonly InstanceRefreshStatus InProgress = new("InProgress");

    /// <summary>Asked for, and not begun.</summary>
    public static readonly InstanceRefreshStatus Pending = new("Pending");

    /// <summary>Being undone failed.</summary>
    public static readonly InstanceRefreshStatus RollbackFailed = new("RollbackFailed");

    /// <summary>Being undone.</summary>
    public static readonly InstanceRefreshStatus RollbackInProgress = new("RollbackInProgress");

    /// <summary>Undone.</summary>
    public static readonly InstanceRefreshStatus RollbackSuccessful = new("RollbackSuccessful");

    /// <summary>Done.</summary>
    public static readonly InstanceRefreshStatus Successful = new("Successful");

    /// <param name="value">AWS's name.</param>
    public InstanceRefreshStatus(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static InstanceRefreshStatus FindValue(string value) => FindValue<InstanceRefreshStatus>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator InstanceRefreshStatus(string value) => FindValue(value);
}
