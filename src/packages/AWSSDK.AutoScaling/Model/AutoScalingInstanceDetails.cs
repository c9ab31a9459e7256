namespace Amazon.AutoScaling.Model;

/// <summary>An instance and the group that it is in.</summary>
public class AutoScalingInstanceDetails
{
    /// <summary>The group's name.</summary>
    public string AutoScalingGroupName { get; set; }

    /// <summary>The zone that the instance runs in.</summary>
    public string AvailabilityZone { get; set; }

    /// <summary><c>HEALTHY</c> or <c>UNHEALTHY</c>: in capitals here, unlike in a group's instances.</summary>
    public string HealthStatus { get; set; }

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; set; }

    /// <summary>The instance's type.</summary>
    public string InstanceType { get; set; }

    /// <summary>One of the names in <see cref="AutoScaling.LifecycleState"/>, as text.</summary>
    public string LifecycleState { get; set; }

    /// <summary>Whether scaling in spares it.</summary>
    public bool? ProtectedFromScaleIn { get; set; }
}
