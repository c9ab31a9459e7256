using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>The role of a dimension.</summary>
internal enum DimensionRole
{
    /// <summary>The resource.</summary>
    Thing,

    /// <summary>A part of the resource.</summary>
    Part,

    /// <summary>Unknown: a custom dimension.</summary>
    Other,

    /// <summary>A value that many resources share: currency, region, a volume's file system.</summary>
    Context,
}

/// <summary>
/// The dimension names of AWS's services («AWS services that publish CloudWatch metrics»), Container Insights, Prometheus and
/// OpenTelemetry. The comparison ignores spaces, case and scope: <c>Cluster Name</c>, <c>@resource.k8s.pod.name</c>.
/// </summary>
internal static class DimensionName
{
    // The narrowest first: a pod before its namespace and its cluster, a target group before its load balancer.
    private static readonly ImmutableArray<string> Things =
    [
        "FullPodName", "PodName", "k8spodname", "pod", "TaskId", "ContainerName", "k8scontainername", "container",
        "InstanceId", "hostid", "VpcEndpointId", "AutoScalingGroupName", "DBInstanceIdentifier", "DBClusterIdentifier",
        "CacheClusterId", "CacheNodeId", "ReplicationGroupId", "TableName", "QueueName", "FunctionName", "faasname",
        "TopicName", "BucketName", "SourceBucket", "StreamName", "DeliveryStreamName", "StateMachineArn", "ActivityArn",
        "ScheduleName", "RuleName", "EventBusName", "PipeName", "JobName", "k8sdeploymentname", "deployment",
        "k8sstatefulsetname", "statefulset", "k8sdaemonsetname", "daemonset", "ServiceName", "Service", "ServiceId",
        "TaskDefinitionFamily", "job", "Application", "ApplicationName", "NodeName", "k8snodename", "node", "Host",
        "HostName", "instance", "k8snamespacename", "Namespace", "NodegroupName", "ClusterName", "k8sclustername",
        "cluster", "ClusterIdentifier", "ClusterId", "JobFlowId", "TargetGroup", "LoadBalancer", "LoadBalancerName",
        "VolumeId", "SnapshotId", "FileSystemId", "NatGatewayId", "TransitGateway", "VpnId", "ConnectionId",
        "VirtualInterfaceId", "HealthCheckId", "HostedZoneId", "DistributionId", "ApiName", "ApiId", "GraphQLAPIId",
        "DomainName", "DomainId", "Broker", "WebACL", "RuleGroup", "FirewallName", "ResourceArn", "CertificateArn",
        "BackupVaultName", "KeyId", "SecretName", "ChannelId", "Channel", "FlowARN", "FlowId", "StackId", "UserPool",
        "UserPoolId", "ReplicationTaskIdentifier", "ReplicationInstanceIdentifier", "EndpointName", "WorkspaceId",
        "DirectoryId", "ServerId", "GatewayName", "GatewayId", "TransitGatewayAttachment", "CanaryName", "ProjectName",
        "LogGroupName", "LogGroup", "TrailName", "LinkedAccount", "EndpointId", "FleetId", "GameServerGroup",
        "EnvironmentName", "RepositoryName", "WorkGroup", "WorkflowName", "IdentityPool", "ConfigurationSet",
        "ses:configuration-set", "messagingdestinationname", "dbname", "queue", "topic", "table",
    ];

    private static readonly ImmutableArray<string> Parts =
    [
        "BrokerId", "Pipeline", "Stage", "path", "mountpoint", "MountPath", "Drive", "ShardId", "Partition",
        "GlobalSecondaryIndexName", "ConsumerGroup", "Rule", "Method", "Resource", "NodeId", "Operation", "OperationName",
        "route", "httproute", "Endpoint", "TunnelIpAddress", "ReceivingRegion", "DestinationBucket", "RuleId",
        "VirtualHost", "Queue", "Topic", "ServiceLimit", "instance", "ContainerName", "k8scontainername", "container",
    ];

    private static readonly ImmutableArray<string> Contexts =
    [
        "Region", "cloudregion", "awsregion", "Currency", "ClientId", "StorageType", "FilterId", "AvailabilityZone",
        "fstype", "device", "deploymentenvironment", "deploymentenvironmentname", "AccountId", "cloudaccountid", "ImageId",
        "InstanceType", "name", "alertname", "severity", "unit", "Granularity", "le", "quantile", "telemetrysdklanguage",
        "DatabaseClass", "objectname", "EngineName", "Role",
    ];

    private static readonly FrozenDictionary<string, int> Ranks = Things.Select(Letters).Distinct(StringComparer.Ordinal).Index()
        .ToFrozenDictionary(thing => thing.Item, thing => thing.Index, StringComparer.Ordinal);

    private static readonly FrozenSet<string> PartNames = Parts.Select(Letters).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ContextNames = Contexts.Select(Letters).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rank of the dimension's resource, 0 for the narrowest; null if the dimension names no resource.</summary>
    public static int? RankOf(string name) => Ranks.TryGetValue(Letters(name), out var rank) ? rank : null;

    /// <summary>The role of a dimension.</summary>
    public static DimensionRole RoleOf(string name) => Letters(name) switch
    {
        // A queue is a part if there is a broker, and otherwise the resource itself.
        var letters when PartNames.Contains(letters) => DimensionRole.Part,
        var letters when Ranks.ContainsKey(letters) => DimensionRole.Thing,
        var letters when ContextNames.Contains(letters) => DimensionRole.Context,
        _ => DimensionRole.Other,
    };

    // @resource.service.name and @datapoint.http.route: the scope names where the attribute was set, not its meaning.
    private static string Letters(string name)
    {
        var scope = name.StartsWith('@') ? name.IndexOf('.', StringComparison.Ordinal) : -1;
        return string.Concat(name.AsSpan(scope + 1).ToString().Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
