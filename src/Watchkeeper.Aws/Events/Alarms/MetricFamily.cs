using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Finds the family of a metric. The names come from AWS's lists of metrics by service; every other metric is custom. Table reads
/// and writes count with disk metrics, a load balancer's processed bytes with incoming traffic, and host counts and health checks
/// with status checks.
/// </summary>
internal static class MetricFamily
{
    /// <summary>The common family of an alarm's metrics; custom if they differ.</summary>
    public static SignalKind For(ImmutableArray<AlarmMetric> metrics)
    {
        var kinds = metrics.Select(metric => For(metric.Namespace, metric.Name)).Distinct().Take(2).ToArray();
        return kinds is [var only] ? only : SignalKind.CustomMetric;
    }

    /// <summary>The family of one metric.</summary>
    public static SignalKind For(string space, string metric) => space switch
    {
        "AWS/EC2" => OfInstance(metric),
        "AWS/EBS" => OfVolume(metric),
        "AWS/RDS" or "AWS/DocDB" or "AWS/Neptune" or "AWS/Redshift" => OfDatabase(metric),
        "AWS/ElastiCache" => OfCache(metric),
        "AWS/ELB" or "AWS/ApplicationELB" or "AWS/NetworkELB" or "AWS/GatewayELB" => OfBalancer(metric),
        "AWS/DynamoDB" => OfTable(metric),
        "AWS/EFS" or "AWS/FSx" => OfFiles(metric),
        "AWS/NATGateway" or "AWS/TransitGateway" or "AWS/DX" or "AWS/VPN" => OfLink(metric),
        "AWS/ECS" or "ECS/ContainerInsights" or "ContainerInsights" => OfContainer(metric),
        "AWS/Route53" => metric is "HealthCheckStatus" or "HealthCheckPercentageHealthy"
            ? SignalKind.StatusCheck
            : SignalKind.CustomMetric,
        _ when space.StartsWith("AWS/", StringComparison.Ordinal) => SignalKind.CustomMetric,
        // The CloudWatch agent's namespace is configurable, so its metrics are recognised by name.
        _ => OfAgent(metric),
    };

    private static SignalKind OfInstance(string metric) => metric switch
    {
        "CPUUtilization" => SignalKind.Cpu,
        "DiskReadOps" or "DiskReadBytes" or "EBSReadOps" or "EBSReadBytes" => SignalKind.DiskRead,
        "DiskWriteOps" or "DiskWriteBytes" or "EBSWriteOps" or "EBSWriteBytes" => SignalKind.DiskWrite,
        "NetworkIn" or "NetworkPacketsIn" => SignalKind.NetworkIn,
        "NetworkOut" or "NetworkPacketsOut" => SignalKind.NetworkOut,
        _ when metric.StartsWith("StatusCheckFailed", StringComparison.Ordinal) => SignalKind.StatusCheck,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfVolume(string metric) => metric switch
    {
        "VolumeReadOps" or "VolumeReadBytes" or "VolumeTotalReadTime" or "VolumeAvgReadLatency" => SignalKind.DiskRead,
        "VolumeWriteOps" or "VolumeWriteBytes" or "VolumeTotalWriteTime" or "VolumeAvgWriteLatency" => SignalKind.DiskWrite,
        "VolumeStalledIOCheck" => SignalKind.StatusCheck,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfDatabase(string metric) => metric switch
    {
        "CPUUtilization" => SignalKind.Cpu,
        "NetworkReceiveThroughput" => SignalKind.NetworkIn,
        "NetworkTransmitThroughput" => SignalKind.NetworkOut,
        "HealthStatus" => SignalKind.StatusCheck,
        _ when metric.StartsWith("ReadIOPS", StringComparison.Ordinal) => SignalKind.DiskRead,
        _ when metric.StartsWith("WriteIOPS", StringComparison.Ordinal) => SignalKind.DiskWrite,
        "ReadLatency" or "ReadThroughput" or "VolumeReadIOPs" => SignalKind.DiskRead,
        "WriteLatency" or "WriteThroughput" or "VolumeWriteIOPs" => SignalKind.DiskWrite,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfCache(string metric) => metric switch
    {
        "CPUUtilization" or "EngineCPUUtilization" => SignalKind.Cpu,
        "NetworkBytesIn" or "NetworkPacketsIn" => SignalKind.NetworkIn,
        "NetworkBytesOut" or "NetworkPacketsOut" => SignalKind.NetworkOut,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfBalancer(string metric) => metric switch
    {
        "UnHealthyHostCount" or "HealthyHostCount" => SignalKind.StatusCheck,
        "ProcessedBytes" or "ProcessedPackets" or "EstimatedProcessedBytes" => SignalKind.NetworkIn,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfTable(string metric) => metric switch
    {
        "ConsumedReadCapacityUnits" or "ReadThrottleEvents" => SignalKind.DiskRead,
        "ConsumedWriteCapacityUnits" or "WriteThrottleEvents" => SignalKind.DiskWrite,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfFiles(string metric) => metric switch
    {
        "DataReadIOBytes" or "DataReadBytes" or "DataReadOperations" => SignalKind.DiskRead,
        "DataWriteIOBytes" or "DataWriteBytes" or "DataWriteOperations" => SignalKind.DiskWrite,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfLink(string metric) => metric switch
    {
        "BytesIn" or "BytesInFromSource" or "BytesInFromDestination" or "ConnectionBpsIngress" or "TunnelDataIn"
            => SignalKind.NetworkIn,
        "BytesOut" or "BytesOutToSource" or "BytesOutToDestination" or "ConnectionBpsEgress" or "TunnelDataOut"
            => SignalKind.NetworkOut,
        "TunnelState" or "ConnectionState" => SignalKind.StatusCheck,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfContainer(string metric) => metric switch
    {
        "CPUUtilization" or "CpuUtilized" => SignalKind.Cpu,
        "StorageReadBytes" => SignalKind.DiskRead,
        "StorageWriteBytes" => SignalKind.DiskWrite,
        "NetworkRxBytes" => SignalKind.NetworkIn,
        "NetworkTxBytes" => SignalKind.NetworkOut,
        _ when metric.EndsWith("_cpu_utilization", StringComparison.Ordinal) => SignalKind.Cpu,
        _ when metric.EndsWith("_network_rx_bytes", StringComparison.Ordinal) => SignalKind.NetworkIn,
        _ when metric.EndsWith("_network_tx_bytes", StringComparison.Ordinal) => SignalKind.NetworkOut,
        _ => SignalKind.CustomMetric,
    };

    private static SignalKind OfAgent(string metric) => metric switch
    {
        "Processor % Processor Time" => SignalKind.Cpu,
        "diskio_reads" or "diskio_read_bytes" or "diskio_read_time" => SignalKind.DiskRead,
        "diskio_writes" or "diskio_write_bytes" or "diskio_write_time" => SignalKind.DiskWrite,
        "net_bytes_recv" or "net_packets_recv" => SignalKind.NetworkIn,
        "net_bytes_sent" or "net_packets_sent" => SignalKind.NetworkOut,
        _ when metric.StartsWith("cpu_usage_", StringComparison.Ordinal) => SignalKind.Cpu,
        _ => SignalKind.CustomMetric,
    };
}
