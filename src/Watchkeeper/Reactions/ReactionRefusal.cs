namespace Watchkeeper.Reactions;

/// <summary>Why a reaction is not carried out.</summary>
/// <param name="Reason">The name of it.</param>
/// <param name="Detail">What AWS says about it; empty where the name says all.</param>
public sealed record Refusal(ReactionRefusal Reason, string Detail = "");

/// <summary>Why a reaction was not carried out. Names are stable.</summary>
public enum ReactionRefusal
{
    /// <summary>The global stop is set.</summary>
    Stopped,

    /// <summary>The target was acted on too recently.</summary>
    Cooldown,

    /// <summary>The hour's budget is used up.</summary>
    Budget,

    /// <summary>The group is as large as it may be.</summary>
    AtMaximum,

    /// <summary>The instance belongs to no Auto Scaling group, or the group is gone.</summary>
    NoGroup,

    /// <summary>The instance is no longer, or no longer healthy, in its group: the group is dealing with it already.</summary>
    AlreadyUnhealthy,

    /// <summary>Too few others are in service.</summary>
    HealthyMinimum,

    /// <summary>The thing is in another account or region than the function.</summary>
    OutsideHome,

    /// <summary>The account or region of the thing, or of the function, is not known.</summary>
    PlaceUnknown,

    /// <summary>The alarm's owner muted it, by a mute rule or by a suppressor.</summary>
    Muted,

    /// <summary>The alarm's owner disabled its actions.</summary>
    ActionsDisabled,

    /// <summary>CloudWatch may not be asked about the alarm.</summary>
    AlarmUnknown,

    /// <summary>CloudWatch knows no such alarm, or the incident is none of an alarm's.</summary>
    AlarmGone,

    /// <summary>The alarm is no longer in state ALARM.</summary>
    AlarmRecovered,

    /// <summary>The alarm serves a scaling policy, which deals with it.</summary>
    ScalingAlarm,

    /// <summary>The alarm tells of too little load.</summary>
    LoadLow,

    /// <summary>Whether the alarm tells of too much load or of too little is not known.</summary>
    LoadUnknown,

    /// <summary>The alarm rings while the check passes.</summary>
    CheckPassed,

    /// <summary>Whether the check failed is not known.</summary>
    CheckUnknown,

    /// <summary>The group, or what goes on in it, may not be read.</summary>
    GroupUnknown,

    /// <summary>The group is being deleted.</summary>
    GroupDeleting,

    /// <summary>Others act on the group at the same moment, again and again.</summary>
    GroupBusy,

    /// <summary>A process of the group that the reaction needs is suspended.</summary>
    ProcessSuspended,

    /// <summary>An instance refresh is under way.</summary>
    InstanceRefresh,

    /// <summary>Instances move between the group and its warm pool, or the pool is being deleted.</summary>
    WarmPoolMoving,

    /// <summary>The instance is on standby, or on its way there.</summary>
    Standby,

    /// <summary>The instance is being detached from its group.</summary>
    Detached,

    /// <summary>The instance is not in service.</summary>
    NotInService,

    /// <summary>The instance is protected.</summary>
    ScaleInProtected,
}
