using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Volumes, file systems, buckets, backups, snapshots and clusters of EMR.</summary>
internal static class StorageMetrics
{
    public static MetricRow[] Volumes() =>
    [
        new(Flag(
            BreachSide.Above,
            ("I/O check", "I/O stalled on {0}", "I/O runs on {0}"),
            ("I/O 检查", "{0} I/O 停滞", "{0} I/O 正常")), "VolumeStalledIOCheck"),
        new(Flag(
            BreachSide.Above,
            ("IOPS limit check", "IOPS limit reached on {0}", "IOPS within limit on {0}"),
            ("IOPS 上限检查", "{0} 达到 IOPS 上限", "{0} IOPS 已回落")), "VolumeIOPSExceededCheck"),
        new(Flag(
            BreachSide.Above,
            ("throughput limit check", "Throughput limit reached on {0}", "Throughput within limit on {0}"),
            ("吞吐量上限检查", "{0} 达到吞吐量上限", "{0} 吞吐量已回落")), "VolumeThroughputExceededCheck"),
        new(High(MetricUnit.Count, "disk reads", "磁盘读取次数"), "VolumeReadOps"),
        new(High(MetricUnit.Count, "disk writes", "磁盘写入次数"), "VolumeWriteOps"),
        new(High(MetricUnit.Bytes, "disk reads", "磁盘读取量"), "VolumeReadBytes"),
        new(High(MetricUnit.Bytes, "disk writes", "磁盘写入量"), "VolumeWriteBytes"),
        new(High(MetricUnit.Milliseconds, "read latency", "读取延迟"), "VolumeAvgReadLatency"),
        new(High(MetricUnit.Milliseconds, "write latency", "写入延迟"), "VolumeAvgWriteLatency"),
        new(High(MetricUnit.Seconds, "total read time", "读取总时间"), "VolumeTotalReadTime"),
        new(High(MetricUnit.Seconds, "total write time", "写入总时间"), "VolumeTotalWriteTime"),
        new(High(MetricUnit.Count, "I/O queue", "I/O 队列长度"), "VolumeQueueLength"),
        new(Remaining(MetricUnit.Percent, "burst balance", "突发余量"), "BurstBalance"),
    ];

    public static MetricRow[] Files() =>
    [
        new(High(MetricUnit.Percent, "I/O limit used", "I/O 上限使用率"), "PercentIOLimit"),
        new(Remaining(MetricUnit.Bytes, "burst credits", "突发积分"), "BurstCreditBalance"),
        new(Low(MetricUnit.BytesPerSecond, "permitted throughput", "允许吞吐量"), "PermittedThroughput"),
        new(High(MetricUnit.Count, "client connections", "客户端连接数"), "ClientConnections"),
        new(High(MetricUnit.Bytes, "size", "存储量"), "StorageBytes"),
        new(Remaining(MetricUnit.Bytes, "free storage", "可用存储空间"), "FreeStorageCapacity", "FreeDataStorageCapacity"),
        new(High(MetricUnit.Percent, "storage used", "存储空间使用率"), "StorageCapacityUtilization"),
        new(High(MetricUnit.Bytes, "reads", "读取量"), "DataReadIOBytes", "DataReadBytes"),
        new(High(MetricUnit.Bytes, "writes", "写入量"), "DataWriteIOBytes", "DataWriteBytes"),
        new(High(MetricUnit.Count, "reads", "读取次数"), "DataReadOperations"),
        new(High(MetricUnit.Count, "writes", "写入次数"), "DataWriteOperations"),
    ];

    // The errors' Average is a part of all requests, and their Sum a count.
    public static MetricRow[] Buckets() =>
    [
        new(Counted("failed replications", "failed replication", "复制失败", "次").With("of"), "OperationsFailedReplication"),
        new(High(MetricUnit.Count, "pending replications", "待复制操作", "个").With("of"), "OperationsPendingReplication"),
        new(High(MetricUnit.Bytes, "data awaiting replication", "待复制数据").With("of"), "BytesPendingReplication"),
        new(High(MetricUnit.Seconds, "replication delay", "复制延迟").With("of"), "ReplicationLatency"),
        new(High(MetricUnit.Fraction, "5xx errors", "5xx 错误率"), "5xxErrors") { Statistic = "Average" },
        new(High(MetricUnit.Fraction, "4xx errors", "4xx 错误率"), "4xxErrors") { Statistic = "Average" },
        new(Counted("server errors (5xx)", "server error (5xx)", "5xx 错误", "次"), "5xxErrors"),
        new(Counted("client errors (4xx)", "client error (4xx)", "4xx 错误", "次"), "4xxErrors"),
        new(High(MetricUnit.Milliseconds, "time to first byte", "首字节延迟"), "FirstByteLatency"),
        new(High(MetricUnit.Milliseconds, "request latency", "请求延迟"), "TotalRequestLatency"),
        new(Counted("requests", "request", "请求", "次").With("to"), "AllRequests"),
        new(High(MetricUnit.Bytes, "size", "存储量").With("of"), "BucketSizeBytes"),
        new(High(MetricUnit.Count, "objects", "对象数").With("in"), "NumberOfObjects"),
        new(High(MetricUnit.Bytes, "downloads", "下载量").With("from"), "BytesDownloaded"),
        new(High(MetricUnit.Bytes, "uploads", "上传量").With("to"), "BytesUploaded"),
    ];

    public static MetricRow[] Backups() =>
    [
        new(Counted("failed backup jobs", "failed backup job", "备份任务失败", "个").With("in"), "NumberOfBackupJobsFailed"),
        new(Counted("aborted backup jobs", "aborted backup job", "备份任务中止", "个").With("in"), "NumberOfBackupJobsAborted"),
        new(Counted("expired backup jobs", "expired backup job", "备份任务过期", "个").With("in"), "NumberOfBackupJobsExpired"),
        new(Counted("failed copies", "failed copy", "复制任务失败", "个").With("in"), "NumberOfCopyJobsFailed"),
        new(Counted("failed restores", "failed restore", "恢复任务失败", "个").With("in"), "NumberOfRestoreJobsFailed"),
        new(Counted("partial backups", "partial backup", "不完整的恢复点", "个").With("in"), "NumberOfRecoveryPointsPartial"),
        new(Low(MetricUnit.Count, "completed backup jobs", "完成的备份任务", "个").With("in"), "NumberOfBackupJobsCompleted"),
    ];

    public static MetricRow[] Snapshots() =>
    [
        new(Counted("failed snapshot copies", "failed snapshot copy", "快照复制失败", "个").With("of"), "SnapshotsCopiedRegionFailed"),
        new(Counted("failed snapshot shares", "failed snapshot share", "快照共享失败", "个").With("of"), "SnapshotsShareFailed"),
        new(Counted("failed image copies", "failed image copy", "映像复制失败", "个").With("of"), "ImagesCopiedRegionFailed"),
        new(Counted("failed snapshots", "failed snapshot", "快照创建失败", "个").With("of"), "SnapshotsCreateFailed"),
        new(Counted("failed images", "failed image", "映像创建失败", "个").With("of"), "ImagesCreateFailed"),
    ];

    public static MetricRow[] Clusters() =>
    [
        new(Counted("missing blocks", "missing block", "缺失的块", "个"), "MissingBlocks"),
        new(Counted("corrupt blocks", "corrupt block", "损坏的块", "个"), "CorruptBlocks"),
        new(High(MetricUnit.Percent, "disk usage", "磁盘使用率"), "HDFSUtilization"),
        new(Remaining(MetricUnit.Percent, "free memory", "内存可用率"), "YARNMemoryAvailablePercentage"),
        new(Low(MetricUnit.Percent, "live data nodes", "数据节点存活率"), "LiveDataNodes"),
        new(Counted("unhealthy nodes", "unhealthy node", "不健康节点", "个"), "MRUnhealthyNodes"),
        new(High(MetricUnit.Count, "pending applications", "等待运行的应用", "个"), "AppsPending"),
        new(Counted("failed applications", "failed application", "应用失败", "个"), "AppsFailed"),
    ];
}
