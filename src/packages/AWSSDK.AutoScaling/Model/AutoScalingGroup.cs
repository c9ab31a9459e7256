namespace Amazon.AutoScaling.Model;

/// <summary>A group: what it shall have, and what it has.</summary>
public class AutoScalingGroup
{
    /// <summary>The group's ARN.</summary>
    public string AutoScalingGroupARN { get; set; }

    /// <summary>The group's name, unique in its account and region.</summary>
    public string AutoScalingGroupName { get; set; }

    /// <summary>The zones that it launches in.</summary>
    public List<string> AvailabilityZones { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>When it was created, in UTC.</summary>
    public DateTime? CreatedTime { get; set; }

    /// <summary>The time between two simple scalings, in seconds.</summary>
    public int? DefaultCooldown { get; set; }

    /// <summary>How many instances it shall have now.</summary>
    public int? DesiredCapacity { get; set; }

    /// <summary>How long a new instance is spared from health checks, in seconds.</summary>
    public int? HealthCheckGracePeriod { get; set; }

    /// <summary><c>EC2</c>, <c>ELB</c> and others, separated by commas.</summary>
    public string HealthCheckType { get; set; }

    /// <summary>Its instances; null when there is none.</summary>
    public List<Instance> Instances { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The most instances that it may have.</summary>
    public int? MaxSize { get; set; }

    /// <summary>The fewest instances that it may have.</summary>
    public int? MinSize { get; set; }

    /// <summary>Whether new instances are spared from scaling in.</summary>
    public bool? NewInstancesProtectedFromScaleIn { get; set; }

    /// <summary>Set while the group is being deleted; otherwise null.</summary>
    public string Status { get; set; }

    /// <summary>What it was told not to do; null when nothing.</summary>
    public List<SuspendedProcess> SuspendedProcesses { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Its tags; null when there is none.</summary>
    public List<TagDescription> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The load balancers' target groups that it registers with.</summary>
    public List<string> TargetGroupARNs { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The subnets that it launches in, separated by commas.</summary>
    public string VPCZoneIdentifier { get; set; }

    /// <summary>Its warm pool; null when it has none.</summary>
    public WarmPoolConfiguration WarmPoolConfiguration { get; set; }
}
