using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>EC2 instances and Auto Scaling groups.</summary>
internal static class ComputeMetrics
{
    public static MetricRow[] Instances() =>
    [
        new(High(MetricUnit.Percent, "CPU", "CPU 使用率"), "CPUUtilization"),
        new(Remaining(MetricUnit.Count, "CPU credits", "CPU 积分"), "CPUCreditBalance"),
        new(High(MetricUnit.Count, "extra CPU credits", "额外 CPU 积分"), "CPUSurplusCreditBalance", "CPUSurplusCreditsCharged"),
        new(Flag(
            BreachSide.Above,
            ("status check", "Status check failed on {0}", "Status check passes on {0}"),
            ("状态检查", "{0} 状态检查失败", "{0} 状态检查正常")), "StatusCheckFailed"),
        new(Flag(
            BreachSide.Above,
            ("system check", "System check failed on {0}", "System check passes on {0}"),
            ("系统状态检查", "{0} 系统状态检查失败", "{0} 系统状态检查正常")), "StatusCheckFailed_System"),
        new(Flag(
            BreachSide.Above,
            ("instance check", "Instance check failed on {0}", "Instance check passes on {0}"),
            ("实例状态检查", "{0} 实例状态检查失败", "{0} 实例状态检查正常")), "StatusCheckFailed_Instance"),
        new(Flag(
            BreachSide.Above,
            ("attached volume check", "Attached volume check failed on {0}", "Attached volume check passes on {0}"),
            ("附加卷状态检查", "{0} 附加卷状态检查失败", "{0} 附加卷状态检查正常")), "StatusCheckFailed_AttachedEBS"),
        new(High(MetricUnit.Count, "disk reads", "磁盘读取次数"), "DiskReadOps", "EBSReadOps"),
        new(High(MetricUnit.Count, "disk writes", "磁盘写入次数"), "DiskWriteOps", "EBSWriteOps"),
        new(High(MetricUnit.Bytes, "disk reads", "磁盘读取量"), "DiskReadBytes", "EBSReadBytes"),
        new(High(MetricUnit.Bytes, "disk writes", "磁盘写入量"), "DiskWriteBytes", "EBSWriteBytes"),
        new(Remaining(MetricUnit.Percent, "I/O credits", "I/O 积分"), "EBSIOBalance%"),
        new(Remaining(MetricUnit.Percent, "throughput credits", "吞吐量积分"), "EBSByteBalance%"),
        new(High(MetricUnit.Bytes, "traffic in", "流入流量"), "NetworkIn"),
        new(High(MetricUnit.Bytes, "traffic out", "流出流量"), "NetworkOut"),
        new(High(MetricUnit.Count, "packets in", "流入数据包", "个"), "NetworkPacketsIn"),
        new(High(MetricUnit.Count, "packets out", "流出数据包", "个"), "NetworkPacketsOut"),
    ];

    public static MetricRow[] Groups() =>
    [
        new(Low(MetricUnit.Count, "instances in service", "服务中的实例", "台").With("of"), "GroupInServiceInstances"),
        new(High(MetricUnit.Count, "pending instances", "启动中的实例", "台").With("of"), "GroupPendingInstances"),
        new(High(MetricUnit.Count, "desired instances", "期望实例数", "台").With("of"), "GroupDesiredCapacity"),
        new(High(MetricUnit.Count, "instances", "实例数", "台").With("of"), "GroupTotalInstances"),
    ];
}
