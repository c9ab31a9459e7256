namespace Watchkeeper.Reactions;

/// <summary>Why a reaction is not carried out.</summary>
/// <param name="Reason">The named reason.</param>
/// <param name="Detail">AWS's words about the reason; empty if the name says everything.</param>
public sealed record Refusal(ReactionRefusal Reason, string Detail = "");

/// <summary>Why a reaction was not carried out. Names are stable.</summary>
public enum ReactionRefusal
{
    /// <summary>The global stop is set.</summary>
    Stopped,

    /// <summary>The target's cool-down is not over.</summary>
    Cooldown,

    /// <summary>The hour's budget is used up.</summary>
    Budget,

    /// <summary>The group is at its maximum size.</summary>
    AtMaximum,

    /// <summary>The instance belongs to no Auto Scaling group, or the group is gone.</summary>
    NoGroup,

    /// <summary>The instance has left its group or is unhealthy there: the group is already replacing it.</summary>
    AlreadyUnhealthy,

    /// <summary>Too few other instances are in service.</summary>
    HealthyMinimum,

    /// <summary>The resource is in another account or region than the function.</summary>
    OutsideHome,

    /// <summary>The account or region of the resource or of the function is unknown.</summary>
    PlaceUnknown,

    /// <summary>The alarm's owner muted the alarm, by a mute rule or by a suppressor.</summary>
    Muted,

    /// <summary>The alarm's owner disabled the alarm's actions.</summary>
    ActionsDisabled,

    /// <summary>Watchkeeper may not ask CloudWatch about the alarm.</summary>
    AlarmUnknown,

    /// <summary>The alarm does not exist in CloudWatch, or the incident is not about an alarm.</summary>
    AlarmGone,

    /// <summary>The alarm is no longer in state ALARM.</summary>
    AlarmRecovered,

    /// <summary>The alarm serves a scaling policy, which reacts by itself.</summary>
    ScalingAlarm,

    /// <summary>The alarm reports too little load.</summary>
    LoadLow,

    /// <summary>The alarm's direction is unknown: too much load or too little.</summary>
    LoadUnknown,

    /// <summary>The alarm fires when the check passes.</summary>
    CheckPassed,

    /// <summary>The result of the check is unknown.</summary>
    CheckUnknown,

    /// <summary>The group or its activities may not be read.</summary>
    GroupUnknown,

    /// <summary>The group is being deleted.</summary>
    GroupDeleting,

    /// <summary>Other processes keep changing the group at the same time.</summary>
    GroupBusy,

    /// <summary>The group has suspended a process that the reaction requires.</summary>
    ProcessSuspended,

    /// <summary>An instance refresh is active.</summary>
    InstanceRefresh,

    /// <summary>Instances move between the group and its warm pool, or the pool is being deleted.</summary>
    WarmPoolMoving,

    /// <summary>The instance is on standby or entering standby.</summary>
    Standby,

    /// <summary>The instance is being detached from its group.</summary>
    Detached,

    /// <summary>The instance is not in service.</summary>
    NotInService,

    /// <summary>The instance is protected from scale-in.</summary>
    ScaleInProtected,
}
