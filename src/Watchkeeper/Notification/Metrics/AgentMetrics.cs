using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>The CloudWatch agent on Linux and Windows.</summary>
internal static class AgentMetrics
{
    public static MetricRow[] All() =>
    [
        new(Low(MetricUnit.Percent, "idle CPU", "CPU 空闲率"), "cpu_usage_idle", "Processor % Idle Time"),
        new(High(MetricUnit.Percent, "CPU waiting for I/O", "CPU 等待 I/O 的时间"), "cpu_usage_iowait"),
        new(High(MetricUnit.Percent, "stolen CPU", "CPU 窃取率"), "cpu_usage_steal"),
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "cpu_usage_*", "Processor % Processor Time"),
        new(High(MetricUnit.Percent, "memory", "内存使用率"), "mem_used_percent", "Memory % Committed Bytes In Use"),
        new(Remaining(MetricUnit.Percent, "free memory", "内存可用率"), "mem_available_percent"),
        new(Remaining(MetricUnit.Bytes, "free memory", "可用内存"), "mem_available", "mem_free", "Memory Available Bytes"),
        new(Remaining(MetricUnit.Megabytes, "free memory", "可用内存"), "Memory Available MBytes"),
        new(High(MetricUnit.Bytes, "memory", "内存用量"), "mem_used"),
        new(High(MetricUnit.Percent, "swap space", "交换空间使用率"), "swap_used_percent", "Paging File % Usage"),
        new(High(MetricUnit.Percent, "disk usage", "磁盘使用率"), "disk_used_percent"),
        new(High(MetricUnit.Bytes, "disk usage", "磁盘用量"), "disk_used"),
        new(Remaining(MetricUnit.Bytes, "free disk", "磁盘可用空间"), "disk_free"),
        new(Remaining(MetricUnit.Percent, "free disk", "磁盘可用率"), "LogicalDisk % Free Space"),
        new(Remaining(MetricUnit.Megabytes, "free disk", "磁盘可用空间"), "LogicalDisk Free Megabytes"),
        new(Remaining(MetricUnit.Count, "free inodes", "可用 inode"), "disk_inodes_free"),
        new(High(MetricUnit.Count, "disk reads", "磁盘读取次数"), "diskio_reads"),
        new(High(MetricUnit.Count, "disk writes", "磁盘写入次数"), "diskio_writes"),
        new(High(MetricUnit.Bytes, "disk reads", "磁盘读取量"), "diskio_read_bytes"),
        new(High(MetricUnit.Bytes, "disk writes", "磁盘写入量"), "diskio_write_bytes"),
        new(High(MetricUnit.Bytes, "traffic in", "流入流量"), "net_bytes_recv"),
        new(High(MetricUnit.Bytes, "traffic out", "流出流量"), "net_bytes_sent"),
        new(High(MetricUnit.Count, "packets in", "流入数据包", "个"), "net_packets_recv"),
        new(High(MetricUnit.Count, "packets out", "流出数据包", "个"), "net_packets_sent"),
        new(High(MetricUnit.Count, "TCP connections", "TCP 连接数"), "netstat_tcp_established"),
        new(High(MetricUnit.Count, "processes", "进程数"), "processes_total"),
        new(High(MetricUnit.Count, "blocked processes", "阻塞进程", "个"), "processes_blocked"),
        new(High(MetricUnit.Count, "zombie processes", "僵尸进程", "个"), "processes_zombies"),
        new(High(MetricUnit.Percent, "GPU", "GPU 使用率"), "nvidia_smi_utilization_gpu"),
        new(Low(MetricUnit.Count, "running processes", "运行中的进程", "个"), "procstat_lookup_pid_count"),
    ];
}
