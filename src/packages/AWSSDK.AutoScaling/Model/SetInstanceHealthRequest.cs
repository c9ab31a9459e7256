namespace Amazon.AutoScaling.Model;

/// <summary>How an instance is.</summary>
public class SetInstanceHealthRequest : AmazonAutoScalingRequest
{
    /// <summary><c>Healthy</c> or <c>Unhealthy</c>; the group replaces an instance that is unhealthy.</summary>
    public string HealthStatus { get; set; }

    /// <summary>The instance's id.</summary>
    public string InstanceId { get; set; }

    /// <summary>Whether a young instance is left alone until the group's grace period has ended; null is true.</summary>
    public bool? ShouldRespectGracePeriod { get; set; }
}
