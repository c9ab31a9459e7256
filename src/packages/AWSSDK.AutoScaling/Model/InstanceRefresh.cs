namespace Amazon.AutoScaling.Model;

/// <summary>The replacement of a group's instances by new ones.</summary>
public class InstanceRefresh
{
    /// <summary>The group's name.</summary>
    public string AutoScalingGroupName { get; set; }

    /// <summary>When it ended, in UTC; null until then.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The refresh's id.</summary>
    public string InstanceRefreshId { get; set; }

    /// <summary>How far it is, in percent.</summary>
    public int? PercentageComplete { get; set; }

    /// <summary>When it began, in UTC.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>Where it stands.</summary>
    public InstanceRefreshStatus Status { get; set; }

    /// <summary>Why it stands there, in words.</summary>
    public string StatusReason { get; set; }
}
