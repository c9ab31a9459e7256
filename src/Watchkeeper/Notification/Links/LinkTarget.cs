namespace Watchkeeper.Notification.Links;

/// <summary>The target of a link. Names are stable: JSON carries them in kebab case.</summary>
public enum LinkTarget
{
    /// <summary>The CloudWatch alarm.</summary>
    Alarm,

    /// <summary>The EC2 instance.</summary>
    Instance,

    /// <summary>The Auto Scaling group.</summary>
    ScalingGroup,

    /// <summary>The EBS volume.</summary>
    Volume,

    /// <summary>The load balancer.</summary>
    LoadBalancer,

    /// <summary>The RDS instance.</summary>
    Database,

    /// <summary>The RDS or Aurora cluster.</summary>
    DatabaseCluster,

    /// <summary>The DynamoDB table.</summary>
    Table,

    /// <summary>The SQS queue.</summary>
    Queue,

    /// <summary>The Lambda function.</summary>
    Function,

    /// <summary>The CloudTrail event.</summary>
    TrailEvent,

    /// <summary>The list of CloudTrail insights.</summary>
    TrailInsights,

    /// <summary>The event in the Health dashboard.</summary>
    HealthEvent,

    /// <summary>The Trusted Advisor check.</summary>
    AdvisorCheck,
}

/// <summary>A link into AWS's console.</summary>
/// <param name="Target">The target.</param>
/// <param name="Address">An https address on an AWS host; every variable part is encoded.</param>
internal sealed record ConsoleLink(LinkTarget Target, string Address);
