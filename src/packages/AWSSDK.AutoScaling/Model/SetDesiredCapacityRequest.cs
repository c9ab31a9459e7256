namespace Amazon.AutoScaling.Model;

/// <summary>How many instances a group shall have.</summary>
public class SetDesiredCapacityRequest : AmazonAutoScalingRequest
{
    /// <summary>The group's name.</summary>
    public string AutoScalingGroupName { get; set; }

    /// <summary>From the group's minimum to its maximum; anything else is refused.</summary>
    public int? DesiredCapacity { get; set; }

    /// <summary>Whether the call is refused while the group cools down; null is false.</summary>
    public bool? HonorCooldown { get; set; }
}
