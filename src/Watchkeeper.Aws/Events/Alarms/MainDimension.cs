using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Which of a metric's dimensions names the resource: the narrowest one that AWS's services use.</summary>
internal static class MainDimension
{
    private static readonly ImmutableArray<string> Names =
    [
        "InstanceId", "AutoScalingGroupName", "DBInstanceIdentifier", "DBClusterIdentifier", "CacheClusterId", "TableName",
        "QueueName", "FunctionName", "TopicName", "BucketName", "StreamName", "StateMachineArn", "ServiceName", "ClusterName",
        "TargetGroup", "LoadBalancer", "LoadBalancerName", "VolumeId", "FileSystemId", "NatGatewayId", "TransitGateway", "VpnId",
        "ConnectionId", "HealthCheckId", "DistributionId", "ApiName", "DomainName",
    ];

    /// <summary>The resource's id or name; empty where no dimension is known to hold one.</summary>
    public static string Of(ImmutableArray<KeyValuePair<string, string>> dimensions) =>
        InOrder(dimensions)
            .Where(dimension => Names.Contains(dimension.Key, StringComparer.Ordinal))
            .Select(dimension => dimension.Value)
            .FirstOrDefault("");

    /// <summary>The dimensions, those that name a resource first.</summary>
    public static IEnumerable<KeyValuePair<string, string>> InOrder(ImmutableArray<KeyValuePair<string, string>> dimensions) =>
        dimensions.OrderBy(dimension => Names.IndexOf(dimension.Key) is >= 0 and var rank ? rank : Names.Length);
}
