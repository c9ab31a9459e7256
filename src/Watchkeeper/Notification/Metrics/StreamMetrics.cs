using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Kinesis, Firehose and Kafka.</summary>
internal static class StreamMetrics
{
    public static MetricRow[] Streams() =>
    [
        new(High(MetricUnit.Milliseconds, "record wait", "记录等待时间").With("in"), "GetRecords.IteratorAgeMilliseconds"),
        new(Counted("throttled reads", "throttled read", "读取限流", "次"), "ReadProvisionedThroughputExceeded"),
        new(Counted("throttled writes", "throttled write", "写入限流", "次"), "WriteProvisionedThroughputExceeded"),
        new(Counted("throttled records", "throttled record", "记录限流", "条"), "ThrottledRecords"),
        new(Low(MetricUnit.Fraction, "reads that succeed", "读取成功率"), "GetRecords.Success"),
        new(Low(MetricUnit.Fraction, "writes that succeed", "写入成功率"), "PutRecord.Success"),
        new(Low(MetricUnit.Fraction, "transformations that succeed", "转换成功率"), "ExecuteProcessing.Success"),
        new(Counted("failed conversions", "failed conversion", "格式转换失败", "条"), "FailedConversion.Records"),
        new(High(MetricUnit.Bytes, "traffic in", "流入流量"), "IncomingBytes"),
        new(High(MetricUnit.Count, "records in", "流入记录", "条"), "IncomingRecords"),
        new(Flag(
            BreachSide.Above,
            ("encryption key", "Encryption key unusable on {0}", "Encryption key usable on {0}"),
            ("加密密钥", "{0} 加密密钥不可用", "{0} 加密密钥可用")),
            "KMSKeyAccessDenied", "KMSKeyDisabled", "KMSKeyInvalidState", "KMSKeyNotFound"),
        new(High(MetricUnit.Seconds, "delivery delay", "投递延迟").With("in"), "*.DataFreshness"),
        new(Low(MetricUnit.Fraction, "deliveries that succeed", "投递成功率").With("from"),
            "DeliveryToS3.Success", "DeliveryToRedshift.Success", "DeliveryToSplunk.Success", "DeliveryToHttpEndpoint.Success",
            "DeliveryToElasticsearch.Success", "DeliveryToAmazonOpenSearchService.Success", "DeliveryToSnowflake.Success"),
    ];

    public static MetricRow[] Kafka() =>
    [
        new(Counted("under-replicated partitions", "under-replicated partition", "副本不足的分区", "个"),
            "UnderReplicatedPartitions"),
        new(Counted("partitions below minimum replicas", "partition below minimum replicas", "低于最小副本数的分区", "个"),
            "UnderMinIsrPartitionCount"),
        new(Counted("offline partitions", "offline partition", "离线分区", "个"), "OfflinePartitionsCount"),
        new(High(MetricUnit.Count, "partitions", "分区数"), "PartitionCount", "GlobalPartitionCount"),
        new(High(MetricUnit.Percent, "disk usage", "磁盘使用率"),
            "KafkaDataLogsDiskUsed", "KafkaAppLogsDiskUsed", "RootDiskUsed"),
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CpuUser", "CpuSystem"),
        new(Low(MetricUnit.Percent, "idle CPU", "CPU 空闲率"), "CpuIdle"),
        new(Remaining(MetricUnit.Count, "CPU credits", "CPU 积分"), "CPUCreditBalance"),
        new(Remaining(MetricUnit.Bytes, "free memory", "可用内存"), "MemoryFree"),
        new(High(MetricUnit.Bytes, "memory", "内存用量"), "MemoryUsed"),
        new(High(MetricUnit.Percent, "heap after collection", "回收后堆内存使用率"), "HeapMemoryAfterGC"),
        new(High(MetricUnit.Count, "consumer lag", "消费滞后", "条"), "MaxOffsetLag", "SumOffsetLag", "OffsetLag"),
        new(High(MetricUnit.Seconds, "consumer delay", "消费延迟"), "EstimatedMaxTimeLag", "EstimatedTimeLag"),
        new(Low(MetricUnit.Count, "controllers", "控制器", "个"), "ActiveControllerCount"),
        new(High(MetricUnit.Count, "connections", "连接数"), "ConnectionCount", "ClientConnectionCount"),
        new(High(MetricUnit.BytesPerSecond, "traffic in", "流入流量"), "BytesInPerSec"),
        new(High(MetricUnit.BytesPerSecond, "traffic out", "流出流量"), "BytesOutPerSec"),
        new(High(MetricUnit.PerSecond, "messages in", "流入消息"), "MessagesInPerSec"),
    ];
}
