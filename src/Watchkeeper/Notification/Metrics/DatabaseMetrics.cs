using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Databases, caches, tables, search domains and migrations.</summary>
internal static class DatabaseMetrics
{
    public static MetricRow[] Relational() =>
    [
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CPUUtilization"),
        new(Remaining(MetricUnit.Count, "CPU credits", "CPU 积分"), "CPUCreditBalance"),
        new(Remaining(MetricUnit.Bytes, "free storage", "可用存储空间"),
            "FreeStorageSpace", "FreeLocalStorage", "AuroraVolumeBytesLeftTotal"),
        new(Remaining(MetricUnit.Bytes, "free memory", "可用内存"), "FreeableMemory"),
        new(High(MetricUnit.Percent, "storage used", "存储空间使用率"), "PercentageDiskSpaceUsed"),
        new(High(MetricUnit.Bytes, "storage used", "已用存储空间"), "VolumeBytesUsed"),
        new(High(MetricUnit.Bytes, "swap space", "交换空间用量"), "SwapUsage"),
        new(Remaining(MetricUnit.Percent, "burst balance", "突发余量"), "BurstBalance"),
        new(Remaining(MetricUnit.Percent, "I/O credits", "I/O 积分"), "EBSIOBalance%"),
        new(Remaining(MetricUnit.Percent, "throughput credits", "吞吐量积分"), "EBSByteBalance%"),
        new(High(MetricUnit.Count, "connections", "连接数"), "DatabaseConnections"),
        new(High(MetricUnit.Seconds, "replica lag", "复制延迟"),
            "ReplicaLag", "AuroraBinlogReplicaLag"),
        new(High(MetricUnit.Milliseconds, "replica lag", "复制延迟"),
            "AuroraReplicaLag", "AuroraReplicaLagMaximum", "AuroraGlobalDBReplicationLag", "AuroraGlobalDBRPOLag",
            "DBInstanceReplicaLag", "DBClusterReplicaLagMaximum", "ClusterReplicaLag", "ClusterReplicaLagMaximum"),
        new(High(MetricUnit.Count, "used transaction IDs", "已用事务 ID"), "MaximumUsedTransactionIDs"),
        new(High(MetricUnit.Seconds, "read latency", "读取延迟"), "ReadLatency"),
        new(High(MetricUnit.Seconds, "write latency", "写入延迟"), "WriteLatency"),
        new(High(MetricUnit.Milliseconds, "commit latency", "提交延迟"), "CommitLatency"),
        new(High(MetricUnit.PerSecond, "disk reads", "磁盘读取次数"), "ReadIOPS"),
        new(High(MetricUnit.PerSecond, "disk writes", "磁盘写入次数"), "WriteIOPS"),
        new(High(MetricUnit.Count, "disk reads", "磁盘读取次数"), "VolumeReadIOPs"),
        new(High(MetricUnit.Count, "disk writes", "磁盘写入次数"), "VolumeWriteIOPs"),
        new(High(MetricUnit.BytesPerSecond, "disk reads", "磁盘读取量"), "ReadThroughput"),
        new(High(MetricUnit.BytesPerSecond, "disk writes", "磁盘写入量"), "WriteThroughput"),
        new(High(MetricUnit.BytesPerSecond, "traffic in", "流入流量"), "NetworkReceiveThroughput"),
        new(High(MetricUnit.BytesPerSecond, "traffic out", "流出流量"), "NetworkTransmitThroughput"),
        new(High(MetricUnit.Count, "I/O queue", "I/O 队列长度"), "DiskQueueDepth"),
        new(High(MetricUnit.Count, "active sessions", "活动会话数"), "DBLoad"),
        new(High(MetricUnit.PerSecond, "deadlocks", "死锁"), "Deadlocks"),
        new(Low(MetricUnit.Percent, "buffer cache hits", "缓冲区缓存命中率"), "BufferCacheHitRatio"),
        new(High(MetricUnit.Percent, "capacity", "容量使用率"), "ACUUtilization"),
        new(Flag(
            BreachSide.Below,
            ("health", "Cluster {0} is unhealthy", "Cluster {0} is healthy"),
            ("健康状态", "集群 {0} 不健康", "集群 {0} 已恢复健康")), "HealthStatus"),
    ];

    public static MetricRow[] Caches() =>
    [
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CPUUtilization"),
        new(High(MetricUnit.Percent, "engine CPU", "引擎 CPU 使用率"), "EngineCPUUtilization"),
        new(Remaining(MetricUnit.Count, "CPU credits", "CPU 积分"), "CPUCreditBalance"),
        new(High(MetricUnit.Percent, "memory", "内存使用率"), "DatabaseMemoryUsagePercentage"),
        new(High(MetricUnit.Percent, "memory", "内存使用率"), "DatabaseMemoryUsageCountedForEvictPercentage"),
        new(High(MetricUnit.Bytes, "memory", "内存用量"), "BytesUsedForCache", "BytesUsedForMemoryDB"),
        new(Remaining(MetricUnit.Bytes, "free memory", "可用内存"), "FreeableMemory"),
        new(High(MetricUnit.Bytes, "swap space", "交换空间用量"), "SwapUsage"),
        new(Counted("evictions", "eviction", "逐出", "条"), "Evictions"),
        new(High(MetricUnit.Count, "connections", "连接数"), "CurrConnections"),
        new(High(MetricUnit.Count, "new connections", "新建连接", "个"), "NewConnections"),
        new(High(MetricUnit.Seconds, "replica lag", "复制延迟"), "ReplicationLag", "GlobalDatastoreReplicationLag"),
        new(Low(MetricUnit.Percent, "cache hits", "缓存命中率"), "CacheHitRate"),
        new(Flag(
            BreachSide.Below,
            ("replication", "Replication broken on {0}", "Replication runs on {0}"),
            ("复制状态", "{0} 复制中断", "{0} 复制正常")), "MasterLinkHealthStatus", "PrimaryLinkHealthStatus"),
        new(High(MetricUnit.Bytes, "traffic in", "流入流量"), "NetworkBytesIn"),
        new(High(MetricUnit.Bytes, "traffic out", "流出流量"), "NetworkBytesOut"),
    ];

    public static MetricRow[] Tables() =>
    [
        new(High(MetricUnit.Count, "read capacity units used", "读取容量消耗"), "ConsumedReadCapacityUnits"),
        new(High(MetricUnit.Count, "write capacity units used", "写入容量消耗"), "ConsumedWriteCapacityUnits"),
        new(High(MetricUnit.Percent, "account read capacity", "账户读取容量使用率"), "AccountProvisionedReadCapacityUtilization"),
        new(High(MetricUnit.Percent, "account write capacity", "账户写入容量使用率"), "AccountProvisionedWriteCapacityUtilization"),
        new(Counted("throttled reads", "throttled read", "读取限流", "次"), "ReadThrottleEvents"),
        new(Counted("throttled writes", "throttled write", "写入限流", "次"), "WriteThrottleEvents"),
        new(Counted("throttled requests", "throttled request", "请求限流", "次"), "ThrottledRequests"),
        new(Counted("user errors", "user error", "用户错误", "次").OfAccount(), "UserErrors"),
        new(Counted("AWS errors", "AWS error", "AWS 系统错误", "次"), "SystemErrors"),
        new(Counted("transaction conflicts", "transaction conflict", "事务冲突", "次"), "TransactionConflict"),
        new(Counted("failed conditions", "failed condition", "条件写入失败", "次"), "ConditionalCheckFailedRequests"),
        new(High(MetricUnit.Milliseconds, "latency", "延迟"), "SuccessfulRequestLatency"),
        new(High(MetricUnit.Milliseconds, "replica lag", "复制延迟"), "ReplicationLatency"),
    ];

    public static MetricRow[] Search() =>
    [
        .. SearchFlags(),
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率").OfKind("domain", "域"), "CPUUtilization"),
        new(High(MetricUnit.Percent, "master CPU", "主节点 CPU 使用率").OfKind("domain", "域"), "MasterCPUUtilization"),
        new(High(MetricUnit.Percent, "JVM memory", "JVM 内存压力").OfKind("domain", "域"),
            "JVMMemoryPressure", "OldGenJVMMemoryPressure"),
        new(High(MetricUnit.Percent, "master JVM memory", "主节点 JVM 内存压力").OfKind("domain", "域"),
            "MasterJVMMemoryPressure", "MasterOldGenJVMMemoryPressure"),
        new(Remaining(MetricUnit.Megabytes, "free storage", "可用存储空间").OfKind("domain", "域"), "FreeStorageSpace"),
        new(Low(MetricUnit.Count, "nodes", "节点", "个").OfKind("domain", "域"), "Nodes"),
        new(High(MetricUnit.Count, "unassigned shards", "未分配的分片", "个").OfKind("domain", "域"), "Shards.unassigned"),
        new(High(MetricUnit.Count, "active shards", "活动分片", "个").OfKind("domain", "域"), "Shards.active"),
        new(Counted("server errors (5xx)", "server error (5xx)", "5xx 错误", "次").OfKind("domain", "域"), "5xx"),
        new(Counted("client errors (4xx)", "client error (4xx)", "4xx 错误", "次").OfKind("domain", "域"), "4xx"),
        new(Counted("rejected writes", "rejected write", "拒绝写入", "次").OfKind("domain", "域"), "ThreadpoolWriteRejected"),
        new(Counted("rejected searches", "rejected search", "拒绝搜索", "次").OfKind("domain", "域"), "ThreadpoolSearchRejected"),
        new(High(MetricUnit.Milliseconds, "search latency", "搜索延迟").OfKind("domain", "域"), "SearchLatency"),
        new(High(MetricUnit.Milliseconds, "indexing latency", "索引延迟").OfKind("domain", "域"), "IndexingLatency"),
    ];

    public static MetricRow[] Migrations() =>
    [
        new(High(MetricUnit.Seconds, "source lag", "源端复制延迟"), "CDCLatencySource"),
        new(High(MetricUnit.Seconds, "target lag", "目标端复制延迟"), "CDCLatencyTarget"),
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CPUUtilization"),
        new(Remaining(MetricUnit.Bytes, "free memory", "可用内存"), "FreeableMemory"),
        new(Remaining(MetricUnit.Bytes, "free storage", "可用存储空间"), "FreeStorageSpace"),
    ];

    private static MetricRow[] SearchFlags() =>
    [
        new(Flag(
            BreachSide.Above,
            ("cluster status", "Cluster red: data unreachable, on {0}", "Cluster no longer red on {0}"),
            ("集群状态", "{0} 集群状态为红色：部分数据不可用", "{0} 集群已脱离红色状态")).OfKind("domain", "域"), "ClusterStatus.red"),
        new(Flag(
            BreachSide.Above,
            ("cluster status", "Cluster yellow: copies missing, on {0}", "Cluster no longer yellow on {0}"),
            ("集群状态", "{0} 集群状态为黄色：缺少副本", "{0} 集群已脱离黄色状态")).OfKind("domain", "域"), "ClusterStatus.yellow"),
        new(Flag(
            BreachSide.Below,
            ("cluster status", "Cluster not green on {0}", "Cluster green on {0}"),
            ("集群状态", "{0} 集群状态异常", "{0} 集群状态为绿色")).OfKind("domain", "域"), "ClusterStatus.green"),
        new(Flag(
            BreachSide.Above,
            ("write block", "Writes blocked on {0}", "Writes work on {0}"),
            ("写入状态", "{0} 拒绝写入", "{0} 写入正常")).OfKind("domain", "域"), "ClusterIndexWritesBlocked"),
        new(Flag(
            BreachSide.Above,
            ("automatic snapshot", "Automatic snapshot failed on {0}", "Automatic snapshot works on {0}"),
            ("自动快照", "{0} 自动快照失败", "{0} 自动快照正常")).OfKind("domain", "域"), "AutomatedSnapshotFailure"),
        new(Flag(
            BreachSide.Above,
            ("encryption key", "Encryption key unusable on {0}", "Encryption key usable on {0}"),
            ("加密密钥", "{0} 加密密钥不可用", "{0} 加密密钥可用")).OfKind("domain", "域"), "KMSKeyError", "KMSKeyInaccessible"),
        new(Flag(
            BreachSide.Below,
            ("master node", "Master node unreachable on {0}", "Master node reachable on {0}"),
            ("主节点", "{0} 主节点不可达", "{0} 主节点正常")).OfKind("domain", "域"), "MasterReachableFromNode"),
    ];
}
