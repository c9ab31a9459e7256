namespace Amazon.AutoScaling.Model;

/// <summary>An instance, as its group knows it.</summary>
public class Instance
{
    /// <summary>The zone that it runs in.</summary>
    public string AvailabilityZone { get; set; }

    /// <summary><c>Healthy</c> or <c>Unhealthy</c>.</summary>
    public string HealthStatus { get; set; }

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; set; }

    /// <summary>The instance's type.</summary>
    public string InstanceType { get; set; }

    /// <summary>Where it is on its way into the group or out of it.</summary>
    public LifecycleState LifecycleState { get; set; }

    /// <summary>Whether scaling in spares it.</summary>
    public bool? ProtectedFromScaleIn { get; set; }
}
