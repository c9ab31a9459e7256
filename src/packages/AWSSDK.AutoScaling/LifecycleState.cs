using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>
/// Where an instance is on its way into its group or out of it. AWS adds names: one that is not here is kept as text.
/// </summary>
public class LifecycleState : ConstantClass
{
    /// <summary>Being launched.</summary>
    public static readonly LifecycleState Pending = new("Pending");

    /// <summary>Launched, and a lifecycle hook is waited for.</summary>
    public static readonly LifecycleState PendingWait = new("Pending:Wait");

    /// <summary>The hook of the launch has let it go on.</summary>
    public static readonly LifecycleState PendingProceed = new("Pending:Proceed");

    /// <summary>No longer used by AWS.</summary>
    public static readonly LifecycleState Quarantined = new("Quarantined");

    /// <summary>In the group and at work.</summary>
    public static readonly LifecycleState InService = new("InService");

    /// <summary>Being ended.</summary>
    public static readonly LifecycleState Terminating = new("Terminating");

    /// <summary>About to end, and a lifecycle hook is waited for.</summary>
    public static readonly LifecycleState TerminatingWait = new("Terminating:Wait");

    /// <summary>The hook of the end has let it go on.</summary>
    public static readonly LifecycleState TerminatingProceed = new("Terminating:Proceed");

    /// <summary>Gone.</summary>
    public static readonly LifecycleState Terminated = new("Terminated");

    /// <summary>Being taken out of the group.</summary>
    public static readonly LifecycleState Detaching = new("Detaching");

    /// <summary>Out of the group, and running on.</summary>
    public static readonly LifecycleState Detached = new("Detached");

    /// <summary>Being set aside.</summary>
    public static readonly LifecycleState EnteringStandby = new("EnteringStandby");

    /// <summary>Set aside: in the group, and not at work.</summary>
    public static readonly LifecycleState Standby = new("Standby");

    /// <summary>In the warm pool: being launched.</summary>
    public static readonly LifecycleState WarmedPending = new("Warmed:Pending");

    /// <summary>In the warm pool: launched, and a lifecycle hook is waited for.</summary>
    public static readonly LifecycleState WarmedPendingWait = new("Warmed:Pending:Wait");

    /// <summary>In the warm pool: the hook of the launch has let it go on.</summary>
    public static readonly LifecycleState WarmedPendingProceed = new("Warmed:Pending:Proceed");

    /// <summary>In the warm pool: being ended.</summary>
    public static readonly LifecycleState WarmedTerminating = new("Warmed:Terminating");

    /// <summary>In the warm pool: about to end, and a lifecycle hook is waited for.</summary>
    public static readonly LifecycleState WarmedTerminatingWait = new("Warmed:Terminating:Wait");

    /// <summary>In the warm pool: the hook of the end has let it go on.</summary>
    public static readonly LifecycleState WarmedTerminatingProceed = new("Warmed:Terminating:Proceed");

    /// <summary>In the warm pool: gone.</summary>
    public static readonly LifecycleState WarmedTerminated = new("Warmed:Terminated");

    /// <summary>In the warm pool: stopped.</summary>
    public static readonly LifecycleState WarmedStopped = new("Warmed:Stopped");

    /// <summary>In the warm pool: running.</summary>
    public static readonly LifecycleState WarmedRunning = new("Warmed:Running");

    /// <summary>In the warm pool: hibernated.</summary>
    public static readonly LifecycleState WarmedHibernated = new("Warmed:Hibernated");

    /// <summary>Kept for a look at it, in place of its end.</summary>
    public static readonly LifecycleState TerminatingRetained = new("Terminating:Retained");

    /// <summary>In the warm pool: kept for a look at it, after a launch that failed.</summary>
    public static readonly LifecycleState WarmedPendingRetained = new("Warmed:Pending:Retained");

    /// <summary>In the warm pool: kept for a look at it, in place of its end.</summary>
    public static readonly LifecycleState WarmedTerminatingRetained = new("Warmed:Terminating:Retained");

    /// <summary>Its root volume is being replaced.</summary>
    public static readonly LifecycleState ReplacingRootVolume = new("ReplacingRootVolume");

    /// <summary>Its root volume is to be replaced, and a lifecycle hook is waited for.</summary>
    public static readonly LifecycleState ReplacingRootVolumeWait = new("ReplacingRootVolume:Wait");

    /// <summary>The hook of the root volume's replacement has let it go on.</summary>
    public static readonly LifecycleState ReplacingRootVolumeProceed = new("ReplacingRootVolume:Proceed");

    /// <summary>Its root volume has been replaced.</summary>
    public static readonly LifecycleState RootVolumeReplaced = new("RootVolumeReplaced");

    /// <param name="value">AWS's name.</param>
    public LifecycleState(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static LifecycleState FindValue(string value) => FindValue<LifecycleState>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator LifecycleState(string value) => FindValue(value);
}
