using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Localization;

/// <summary>What to do first, in Simplified Chinese.</summary>
internal static class ChineseAdvice
{
    /// <summary>The advice for a kind of signal, where nothing more specific is known.</summary>
    public static IReadOnlyDictionary<SignalKind, string> ByKind { get; } = new Dictionary<SignalKind, string>
    {
        [SignalKind.Cpu] =
            "先判断是负载增加还是程序异常：对比一小时前的请求量和延迟，再查看占用最高的进程。负载增加就扩容；程序异常就回滚最近一次变更。",
        [SignalKind.DiskRead] =
            "检查是否有批处理任务、缺少索引的查询，或刚刚失效的缓存；将卷或表的读取量与其上限对比，负载合理就提高上限。",
        [SignalKind.DiskWrite] =
            "检查是否有失控的日志、备份或批量导入；在开始限流之前，确认剩余空间以及卷或表的写入上限。",
        [SignalKind.NetworkIn] =
            "先区分正常客户与攻击：按客户端地址和路径查看负载均衡器的请求。不是客户的，封禁或限速；是客户的，扩容。",
        [SignalKind.NetworkOut] =
            "用 VPC 流日志按目的地址查清数据流向。如果目的地不明，请立即停止该实例或吊销该角色的凭证：数据可能正在外泄。",
        [SignalKind.StatusCheck] =
            "先看是哪一项检查失败。系统检查失败：问题在 AWS 主机，停止再启动实例以迁移。实例检查失败：查看控制台输出并重启。属于 Auto Scaling 组的，交由该组替换。",
        [SignalKind.CustomMetric] =
            "打开告警图表，找到指标偏离正常范围的时间点，核对在此之前的部署和变更，再查看该时段的日志。",
        [SignalKind.ScalingLimit] =
            "伸缩策略要求扩容，但该组已达最大容量。若负载正常，请提高最大容量；否则请查找负载来源。",
        [SignalKind.CompositeAlarm] =
            "打开告警，查看哪些子告警处于 ALARM 状态，从最先触发的一个入手。",
        [SignalKind.Detection] =
            "向操作者本人确认是否有意为之。如果不是，或联系不上：禁用其凭证，撤销该变更，并排查同一身份的其他操作。",
        [SignalKind.Insight] =
            "打开 Insights，查看异常的身份和调用。属于预期（例如迁移）就记录下来；否则在查清之前按凭证泄露处理。",
        [SignalKind.AuditError] =
            "打开该检查项，阅读针对所列资源的建议，并在今天完成整改；如属有意为之，请在 Trusted Advisor 中排除该资源。",
        [SignalKind.AuditWarning] =
            "打开该检查项，找到所列资源的负责人，商定整改或排除。",
        [SignalKind.HealthIssue] =
            "问题出在 AWS。在 Health 控制面板中查看受影响的资源，尽可能将流量切换到其他可用区或区域，恢复之前暂停发布。",
        [SignalKind.HealthScheduledChange] =
            "在 Health 控制面板中确认日期和受影响的资源，赶在 AWS 的日期之前自行安排重启或替换。",
        [SignalKind.HealthNotification] =
            "在 Health 控制面板中阅读全文，转交相关负责人；有些通知要求在限期前处理。",
        [SignalKind.HealthAbuse] =
            "问题出在您自己的资源。请隔离所列资源，查明是谁、如何做的，并在 24 小时内回复 AWS：否则 AWS 可能封锁该资源或暂停账户。",
        [SignalKind.LostEvents] =
            "对列出的每个事件执行 why 命令，并告知相关团队：他们可能还不知情。滞留未发的消息现已补发。随后查看当天 NotifyFunction 和 "
            + "SweepFunction 日志中的错误。",
        [SignalKind.UnusableConfiguration] =
            "在此期间，仍按最近一个可读的版本处理；新启动的函数则按模板参数处理。请修正配置文件后重新应用，或回滚到之前的版本。",
    };
}
