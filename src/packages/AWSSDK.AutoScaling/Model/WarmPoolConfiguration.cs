namespace Amazon.AutoScaling.Model;

/// <summary>A group's warm pool.</summary>
public class WarmPoolConfiguration
{
    /// <summary>The most instances in pool and group together; null where the group's own maximum counts.</summary>
    public int? MaxGroupPreparedCapacity { get; set; }

    /// <summary>The fewest instances in the pool.</summary>
    public int? MinSize { get; set; }

    /// <summary>Set while the pool is being deleted; otherwise null.</summary>
    public WarmPoolStatus Status { get; set; }
}
