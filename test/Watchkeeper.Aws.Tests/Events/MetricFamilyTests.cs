using Shouldly;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class MetricFamilyTests
{
    [Theory]
    [InlineData("AWS/EC2", SignalKind.Cpu, "CPUUtilization")]
    [InlineData("AWS/EC2", SignalKind.DiskRead, "DiskReadOps", "DiskReadBytes", "EBSReadOps", "EBSReadBytes")]
    [InlineData("AWS/EC2", SignalKind.DiskWrite, "DiskWriteOps", "DiskWriteBytes", "EBSWriteOps", "EBSWriteBytes")]
    [InlineData("AWS/EC2", SignalKind.NetworkIn, "NetworkIn", "NetworkPacketsIn")]
    [InlineData("AWS/EC2", SignalKind.NetworkOut, "NetworkOut", "NetworkPacketsOut")]
    [InlineData(
        "AWS/EC2", SignalKind.StatusCheck,
        "StatusCheckFailed", "StatusCheckFailed_Instance", "StatusCheckFailed_System", "StatusCheckFailed_AttachedEBS")]
    [InlineData("AWS/EC2", SignalKind.CustomMetric, "CPUCreditBalance", "cpuutilization", "")]
    [InlineData("AWS/EBS", SignalKind.DiskRead, "VolumeReadOps", "VolumeReadBytes")]
    [InlineData("AWS/EBS", SignalKind.DiskWrite, "VolumeWriteOps", "VolumeWriteBytes")]
    [InlineData("AWS/EBS", SignalKind.StatusCheck, "VolumeStalledIOCheck")]
    [InlineData("AWS/RDS", SignalKind.Cpu, "CPUUtilization")]
    [InlineData("AWS/RDS", SignalKind.DiskRead, "ReadIOPS", "ReadLatency", "ReadThroughput", "VolumeReadIOPs")]
    [InlineData("AWS/RDS", SignalKind.DiskWrite, "WriteIOPS", "WriteLatency", "WriteThroughput", "VolumeWriteIOPs")]
    [InlineData("AWS/RDS", SignalKind.NetworkIn, "NetworkReceiveThroughput")]
    [InlineData("AWS/RDS", SignalKind.NetworkOut, "NetworkTransmitThroughput")]
    [InlineData("AWS/RDS", SignalKind.CustomMetric, "FreeStorageSpace", "DatabaseConnections")]
    [InlineData("AWS/Redshift", SignalKind.StatusCheck, "HealthStatus")]
    [InlineData("AWS/ElastiCache", SignalKind.Cpu, "EngineCPUUtilization")]
    [InlineData("AWS/ELB", SignalKind.StatusCheck, "UnHealthyHostCount", "HealthyHostCount")]
    [InlineData("AWS/ApplicationELB", SignalKind.NetworkIn, "ProcessedBytes")]
    [InlineData("AWS/ApplicationELB", SignalKind.CustomMetric, "HTTPCode_Target_5XX_Count", "TargetResponseTime")]
    [InlineData("AWS/NetworkELB", SignalKind.StatusCheck, "UnHealthyHostCount")]
    [InlineData("AWS/DynamoDB", SignalKind.DiskRead, "ConsumedReadCapacityUnits", "ReadThrottleEvents")]
    [InlineData("AWS/DynamoDB", SignalKind.DiskWrite, "ConsumedWriteCapacityUnits", "WriteThrottleEvents")]
    [InlineData("AWS/SQS", SignalKind.CustomMetric, "ApproximateAgeOfOldestMessage")]
    [InlineData("AWS/Lambda", SignalKind.CustomMetric, "Errors", "Throttles")]
    [InlineData("AWS/AutoScaling", SignalKind.CustomMetric, "GroupInServiceInstances")]
    [InlineData("AWS/Route53", SignalKind.StatusCheck, "HealthCheckStatus")]
    [InlineData("AWS/DX", SignalKind.StatusCheck, "ConnectionState")]
    [InlineData("AWS/NATGateway", SignalKind.NetworkOut, "BytesOutToDestination")]
    [InlineData("AWS/EFS", SignalKind.DiskWrite, "DataWriteIOBytes")]
    [InlineData("AWS/ECS", SignalKind.Cpu, "CPUUtilization")]
    [InlineData("ContainerInsights", SignalKind.Cpu, "pod_cpu_utilization", "node_cpu_utilization")]
    [InlineData("ContainerInsights", SignalKind.NetworkIn, "pod_network_rx_bytes")]
    [InlineData("CWAgent", SignalKind.Cpu, "cpu_usage_idle", "Processor % Processor Time")]
    [InlineData("CWAgent", SignalKind.DiskRead, "diskio_reads")]
    [InlineData("Shop/Agent", SignalKind.DiskWrite, "diskio_write_bytes")]
    [InlineData("CWAgent", SignalKind.NetworkIn, "net_bytes_recv")]
    [InlineData("CWAgent", SignalKind.NetworkOut, "net_bytes_sent")]
    [InlineData("CWAgent", SignalKind.CustomMetric, "mem_used_percent", "disk_used_percent")]
    [InlineData("Shop/Order", SignalKind.CustomMetric, "CPUUtilization", "Orders")]
    [InlineData("AWS/SomethingNew", SignalKind.CustomMetric, "cpu_usage_active")]
    public void A_family_is_known_by_namespace_and_name(string space, SignalKind kind, params string[] metrics)
    {
        foreach (var metric in metrics)
        {
            var alarm = new SampleAlarm { Namespace = space, Metric = metric };
            SampleAlarm.Read(alarm.Event()).Subject.Kind.ShouldBe(kind, metric);
            SampleAlarm.Read(alarm.Notification()).Subject.Kind.ShouldBe(kind, metric);
        }
    }

    [Theory]
    [InlineData("alarm-eventbridge/102-warehouse-network-out-math-alarm", SignalKind.NetworkOut)]
    [InlineData("alarm-eventbridge/030-order-5xx-rate-math-alarm", SignalKind.CustomMetric)]
    [InlineData("alarm-eventbridge/020-order-traffic-anomaly-alarm", SignalKind.NetworkIn)]
    [InlineData("alarm-eventbridge/110-carts-write-capacity-insights-alarm", SignalKind.DiskWrite)]
    [InlineData("alarm-eventbridge/050-order-down-composite-alarm-suppressed", SignalKind.CompositeAlarm)]
    public void The_families_of_an_expression_are_those_of_its_inputs(string file, SignalKind kind) =>
        EventFiles.Signal(file).Subject.Kind.ShouldBe(kind);
}
