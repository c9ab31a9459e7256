using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>What a dimension tells.</summary>
internal enum DimensionRole
{
    /// <summary>Which resource it is.</summary>
    Thing,

    /// <summary>Which part of the resource.</summary>
    Part,

    /// <summary>Nobody knows: a dimension of the operator's own.</summary>
    Other,

    /// <summary>Something that is the same for many resources: currency, region, a volume's file system.</summary>
    Context,
}

/// <summary>
/// The names of dimensions that AWS's services («AWS services that publish CloudWatch metrics»), Container Insights, Prometheus
/// and OpenTelemetry use, compared without spaces, case and scope: <c>Cluster Name</c>, <c>@resource.k8s.pod.name</c>.
/// </summary>
internal static class DimensionName
{
    // The narrowest first: a pod before its namespace, that before the cluster; a target group before its balancer.
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

    /// <summary>How narrow the resource is that a dimension names, 0 the narrowest; null where it names none.</summary>
    public static int? RankOf(string name) => Ranks.TryGetValue(Letters(name), out var rank) ? rank : null;

    /// <summary>What a dimension tells.</summary>
    public static DimensionRole RoleOf(string name) => Letters(name) switch
    {
        // A queue is a broker's part where there is a broker, and the thing itself where there is none.
        var letters when PartNames.Contains(letters) => DimensionRole.Part,
        var letters when Ranks.ContainsKey(letters) => DimensionRole.Thing,
        var letters when ContextNames.Contains(letters) => DimensionRole.Context,
        _ => DimensionRole.Other,
    };

    // @resource.service.name and @datapoint.http.route: the scope says where it was set, not what it is.
    private static string Letters(string name)
    {
        var scope = name.StartsWith('@') ? name.IndexOf('.', StringComparison.Ordinal) : -1;
        return string.Concat(name.AsSpan(scope + 1).ToString().Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
