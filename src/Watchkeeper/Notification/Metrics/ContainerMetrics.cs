using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>ECS, and Container Insights for ECS and Kubernetes.</summary>
internal static class ContainerMetrics
{
    // CpuUtilized is in CPU units (1,024 for one vCPU), not in percent.
    public static MetricRow[] All() =>
    [
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CPUUtilization"),
        new(High(MetricUnit.Percent, "memory", "内存使用率"), "MemoryUtilization"),
        new(High(MetricUnit.Percent, "disk usage", "磁盘使用率"), "EBSFilesystemUtilization"),
        new(High(MetricUnit.Percent, "reserved CPU", "CPU 预留率"), "CPUReservation"),
        new(High(MetricUnit.Percent, "reserved memory", "内存预留率"), "MemoryReservation"),
        new(High(MetricUnit.Count, "CPU units used", "已用 CPU 单位"), "CpuUtilized"),
        new(High(MetricUnit.Megabytes, "memory", "内存用量"), "MemoryUtilized"),
        new(Low(MetricUnit.Count, "running tasks", "运行中的任务", "个"), "RunningTaskCount", "TaskCount"),
        new(High(MetricUnit.Count, "pending tasks", "等待启动的任务", "个"), "PendingTaskCount"),
        new(Low(MetricUnit.Count, "container instances", "容器实例", "台"), "ContainerInstanceCount"),
        new(High(MetricUnit.BytesPerSecond, "traffic in", "流入流量"), "NetworkRxBytes", "*_network_rx_bytes"),
        new(High(MetricUnit.BytesPerSecond, "traffic out", "流出流量"), "NetworkTxBytes", "*_network_tx_bytes"),
        new(High(MetricUnit.Bytes, "disk reads", "磁盘读取量"), "StorageReadBytes"),
        new(High(MetricUnit.Bytes, "disk writes", "磁盘写入量"), "StorageWriteBytes"),
        new(High(MetricUnit.Count, "container restarts", "容器重启", "次"),
            "pod_number_of_container_restarts", "RestartCount"),
        new(Counted("failed nodes", "failed node", "故障节点", "个").With("in"), "cluster_failed_node_count"),
        new(Low(MetricUnit.Count, "nodes", "节点", "个").With("in"), "cluster_node_count"),
        new(Low(MetricUnit.Count, "running pods", "运行中的 pod", "个"),
            "service_number_of_running_pods", "namespace_number_of_running_pods", "node_number_of_running_pods"),
        new(Low(MetricUnit.Count, "available replicas", "可用副本", "个"),
            "replicas_ready", "status_replicas_available", "deployment_status_replicas_available"),
        new(Flag(
            BreachSide.Below,
            ("node readiness", "Node not ready: {0}", "Node ready: {0}"),
            ("节点状态", "{0} 未就绪", "{0} 已就绪")).OfKind("node", "节点"), "node_status_condition_ready"),
        new(Flag(
            BreachSide.Above,
            ("memory pressure", "Memory pressure on {0}", "No memory pressure on {0}"),
            ("内存压力", "{0} 内存不足", "{0} 内存已恢复")).OfKind("node", "节点"), "node_status_condition_memory_pressure"),
        new(Flag(
            BreachSide.Above,
            ("disk pressure", "Disk pressure on {0}", "No disk pressure on {0}"),
            ("磁盘压力", "{0} 磁盘空间不足", "{0} 磁盘空间已恢复")).OfKind("node", "节点"), "node_status_condition_disk_pressure"),
        new(High(MetricUnit.Percent, "CPU of limit", "CPU 限额使用率"), "*_cpu_utilization_over_pod_limit"),
        new(High(MetricUnit.Percent, "memory of limit", "内存限额使用率"), "*_memory_utilization_over_pod_limit"),
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "*_cpu_utilization", "*CpuUtilization"),
        new(High(MetricUnit.Percent, "memory", "内存使用率"), "*_memory_utilization", "*MemoryUtilization"),
        new(High(MetricUnit.Percent, "disk usage", "磁盘使用率"), "*_filesystem_utilization", "*FilesystemUtilization"),
        new(High(MetricUnit.Percent, "reserved CPU", "CPU 预留率"), "*_cpu_reserved_capacity"),
        new(High(MetricUnit.Percent, "reserved memory", "内存预留率"), "*_memory_reserved_capacity"),
        new(High(MetricUnit.Bytes, "memory", "内存用量"), "*_memory_working_set"),
    ];
}
