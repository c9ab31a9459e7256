using Watchkeeper.Incidents;
using Watchkeeper.Notification.Links;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Localization;

/// <summary>Simplified Chinese.</summary>
internal static class Chinese
{
    public static Translations Sentences { get; } = new()
    {
        Tag = "zh-CN",
        Locale = Locale.Chinese,
        Phrases = new Dictionary<TextKey, string>
        {
            [TextKey.Subject] = "【{severity}】{verb}：{what}",
            [TextKey.SmsHead] = "【{severity}】{verb}：",

            [TextKey.Since] = "始于 {since}",
            [TextKey.SinceFor] = "始于 {since}（已 {duration}）",
            [TextKey.Announced] = "通知于 {since}",
            [TextKey.At] = "时间 {at}",
            [TextKey.AtOf] = "时间 {at}，首次发生于 {since}",

            [TextKey.ReopenedLead] = "恢复后再次发生（累计复发 {returns} 次）。",
            [TextKey.EscalatedLead] = "情况恶化，严重程度升为“{severity}”。",
            [TextKey.FurtherPageLead] = "同一事件的后续页列出了声明严重程度为“{severity}”的资源。",
            [TextKey.PlannedNearLead] = "计划时间临近，严重程度升为“{severity}”。",
            [TextKey.AcknowledgedLead] = "已由 {who} 接手处理。",
            [TextKey.ResolvedByPersonLead] = "已由人工关闭。",
            [TextKey.ExpiredLead] = "长时间没有新的信号，已自动关闭。",
            [TextKey.AnotherActLead] = "再次发生，但操作者、来源或影响范围与之前不同。",
            [TextKey.TemplateProblem] = "未使用此渠道的自定义模板：{problem}。",
            [TextKey.NotReachedLead] = "未能通过 {channel} 通知 {receiver}：{reason}。",
            [TextKey.MuteEndedLead] = "在 CloudWatch 静音期间开始。静音已结束，告警仍在触发。",
            [TextKey.RemindedLead] = "提醒：问题仍在持续，尚无人接手。",
            [TextKey.SourceGoneLead] = "对应的告警或资源已不存在，已自动关闭。",
            [TextKey.NoDataLead] = "告警已数小时没有数据，已自动关闭；请确认被监控的对象是否仍在运行。",
            [TextKey.RecordedLead] = "又记录到一次相关信号。",

            [TextKey.ResolvedVerb] = "已恢复（持续 {duration}）",
            [TextKey.ClosedVerb] = "已关闭（历时 {duration}）",
            [TextKey.RecordedVerb] = "已记录",

            [TextKey.DryRunOutlook] =
                "演练：将{action}。允许自动执行：参数 Reactions = auto，该组加标签 watchkeeper:reactions = allowed。",
            [TextKey.AutoOutlook] = "正在确认能否{action}，结果另行通知。",
            [TextKey.RefusedOutlook] = "未自动处置：{refusal}。",
            [TextKey.ScaleOut] = "为 {target} 扩容",
            [TextKey.ReplaceInstance] = "替换实例 {target}",

            [TextKey.SetDesiredCapacity] = "将 Auto Scaling 组 {group} 的期望容量从 {from} 提高到 {to}",
            [TextKey.MarkUnhealthy] = "将实例 {instance} 标记为不健康，由 Auto Scaling 组 {group} 替换",
            [TextKey.UnnamedAction] = "执行自动处置 {reaction}",

            [TextKey.AdviceWhenCommented] = "请阅读备注。",
            [TextKey.AdviceWhenAcknowledged] = "已有人在处理；如能协助，请直接联系。",
            [TextKey.AdviceWhenResolved] = "目前无需处理。如果反复出现，请查找根本原因。",
            [TextKey.AdviceWhenExpired] = "来源并未报告结束，请确认问题确已解决。",
            [TextKey.AdviceWhenSourceGone] = "如属有意删除，无需处理。",
            [TextKey.AdviceWhenNoData] = "如果被监控的对象是有意下线的，请删除该告警；否则请查明为何没有数据上报。",

            [TextKey.What] = "对象",
            [TextKey.Alarm] = "告警名称",
            [TextKey.AlarmType] = "告警类型",
            [TextKey.Check] = "检查项",
            [TextKey.EventType] = "事件类型",
            [TextKey.Kind] = "类型",
            [TextKey.Severity] = "严重程度",
            [TextKey.Service] = "所属服务",
            [TextKey.Account] = "账户",
            [TextKey.Resource] = "资源",
            [TextKey.Metric] = "指标",
            [TextKey.Actor] = "操作者",
            [TextKey.ApiCall] = "API 调用",
            [TextKey.SourceAddress] = "来源地址",
            [TextKey.MutedBy] = "静音来源",
            [TextKey.Began] = "开始时间",
            [TextKey.Ended] = "结束时间",
            [TextKey.Planned] = "计划时间",
            [TextKey.Signals] = "信号数",
            [TextKey.DataPoints] = "数据点",
            [TextKey.Shortened] = "……已缩短",
            [TextKey.Why] = "原因",
            [TextKey.Note] = "备注",
            [TextKey.Answer] = "结果说明",

            [TextKey.WhatToDo] = "建议操作",
            [TextKey.AlarmDescription] = "告警说明",
            [TextKey.Runbook] = "处置手册",
            [TextKey.InTheConsole] = "在 AWS 控制台中查看",
            [TextKey.UnusualCalls] = "{api} 的调用频率异常",
            [TextKey.UnusualErrors] = "{api} 的错误频率异常",
            [TextKey.UnusableConfiguration] = "已应用的配置无法使用",
            [TextKey.UnusableVersion] = "配置版本 {version}（{hash}）无法使用",
            [TextKey.UnusualErrorCode] = "{api} 的 {error} 错误频率异常",
            [TextKey.SubjectBy] = "{what}，操作者 {who}",
            [TextKey.Footer] = "事件 {incident}，由 Watchkeeper 记录于 {at}。",

            [TextKey.Somebody] = "有人",
            [TextKey.Colon] = "：",
            [TextKey.ListComma] = "，",
        },
        Severities = new Dictionary<Severity, string>
        {
            [Severity.Info] = "提示",
            [Severity.Low] = "低",
            [Severity.Medium] = "中",
            [Severity.High] = "高",
            [Severity.Critical] = "严重",
        },
        Transitions = new Dictionary<Transition, string>
        {
            [Transition.Opened] = "发生",
            [Transition.Reopened] = "再次发生",
            [Transition.AnotherAct] = "再次发生（另有操作）",
            [Transition.MuteEnded] = "静音结束后仍在触发",
            [Transition.Reminded] = "仍未解决",
            [Transition.Escalated] = "恶化",
            [Transition.Acknowledged] = "已接手",
            [Transition.Commented] = "备注",
            [Transition.Resolved] = "已恢复",
        },
        Kinds = new Dictionary<SignalKind, string>
        {
            [SignalKind.Cpu] = "CPU 使用率",
            [SignalKind.DiskRead] = "磁盘读取",
            [SignalKind.DiskWrite] = "磁盘写入",
            [SignalKind.NetworkIn] = "网络流入",
            [SignalKind.NetworkOut] = "网络流出",
            [SignalKind.StatusCheck] = "状态检查",
            [SignalKind.CustomMetric] = "指标",
            [SignalKind.ScalingLimit] = "伸缩组已达上限",
            [SignalKind.CompositeAlarm] = "复合告警",
            [SignalKind.Detection] = "CloudTrail 检测规则",
            [SignalKind.Insight] = "CloudTrail Insights",
            [SignalKind.AuditError] = "Trusted Advisor：建议采取行动",
            [SignalKind.AuditWarning] = "Trusted Advisor：建议调查",
            [SignalKind.HealthIssue] = "AWS Health：服务问题",
            [SignalKind.HealthScheduledChange] = "AWS Health：计划内变更",
            [SignalKind.HealthNotification] = "AWS Health：通知",
            [SignalKind.HealthAbuse] = "AWS Health：滥用举报或凭证风险",
            [SignalKind.UnusableConfiguration] = "Watchkeeper 配置",
        },
        Advice = ChineseAdvice.ByKind,
        Quotes = new Dictionary<SignalSource, string>
        {
            [SignalSource.Alarm] = "CloudWatch 原文",
            [SignalSource.Trail] = "CloudTrail 原文",
            [SignalSource.Audit] = "Trusted Advisor 原文",
            [SignalSource.Health] = "AWS Health 原文",
            [SignalSource.Watchkeeper] = "Watchkeeper 发现的问题",
        },
        Labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["arn"] = "ARN",
            ["declared"] = "声明的严重程度",
            ["entities"] = "受影响的资源",
            ["owner"] = "负责团队",
            [SubjectLabels.ErrorCode] = "错误代码",
            [SubjectLabels.ConfigurationVersion] = "版本",
            [SubjectLabels.ConfigurationHash] = "哈希",
            [SubjectLabels.AppliedBy] = "应用者",
        },
        AlarmTypes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["metric"] = "单个指标",
            ["metric-math"] = "指标数学表达式",
            ["anomaly"] = "异常检测",
            ["metrics-insights"] = "Metrics Insights 查询",
            ["composite"] = "复合告警",
        },
        Reactions = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["scale-out"] = "扩容",
            ["replace-instance"] = "替换实例",
        },
        ReactionVerbs = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "{reaction}开始",
            [ReactionStatus.Done] = "{reaction}完成",
            [ReactionStatus.WouldDo] = "演练{reaction}",
            [ReactionStatus.Refused] = "{reaction}被拦截",
            [ReactionStatus.Failed] = "{reaction}失败",
            [ReactionStatus.Unknown] = "{reaction}结果不明",
        },
        ReactionLeads = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "Watchkeeper 即将{action}。",
            [ReactionStatus.Done] = "Watchkeeper 已执行，AWS 已接受：{action}。",
            [ReactionStatus.WouldDo] = "未做任何更改。在 auto 模式下，Watchkeeper 此时会{action}。",
            [ReactionStatus.Refused] = "未做任何更改。Watchkeeper 原本要{action}，但{refusal}。",
            [ReactionStatus.Failed] = "未做任何更改。Watchkeeper 尝试{action}，但被 AWS 拒绝。",
            [ReactionStatus.Unknown] = "Watchkeeper 尝试{action}，但无法确认是否生效。不会再次尝试。",
        },
        ReactionAdvice = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "请等待结果，结果会另行通知。",
            [ReactionStatus.Done] = "请观察接下来几分钟内是否恢复；如果没有，原因在别处。",
            [ReactionStatus.WouldDo] = "如果判断正确，请手动执行。如需自动执行，请将参数 Reactions 设为 auto，并为该组添加标签 watchkeeper:reactions = allowed。",
            [ReactionStatus.Refused] = "请亲自查看该事件：目前没有自动处置在进行。",
            [ReactionStatus.Failed] = "如果判断正确，请手动执行，并检查 ReactFunction 的角色权限和目标的状态。",
            [ReactionStatus.Unknown] = "请查看该组的活动历史；如果没有生效，请手动执行。",
        },
        Refusals = new Dictionary<ReactionRefusal, string>
        {
            [ReactionRefusal.Stopped] = "全局停止开关已打开",
            [ReactionRefusal.Cooldown] = "该目标刚刚处置过，仍在冷却期",
            [ReactionRefusal.Budget] = "本小时的处置次数已用完",
            [ReactionRefusal.AtMaximum] = "该组已达到最大容量",
            [ReactionRefusal.NoGroup] = "该目标不属于任何 Auto Scaling 组",
            [ReactionRefusal.AlreadyUnhealthy] = "该组已在处理这个实例",
            [ReactionRefusal.HealthyMinimum] = "其他正常服务的实例太少",
            [ReactionRefusal.OutsideHome] = "该资源位于其他账户或区域",
            [ReactionRefusal.PlaceUnknown] = "该资源或本函数的账户和区域未知",
            [ReactionRefusal.Muted] = "该告警已被静音",
            [ReactionRefusal.ActionsDisabled] = "该告警的操作已被停用",
            [ReactionRefusal.AlarmUnknown] = "CloudWatch 未返回该告警的状态",
            [ReactionRefusal.AlarmGone] = "CloudWatch 中没有该告警",
            [ReactionRefusal.AlarmRecovered] = "该告警已不处于 ALARM 状态",
            [ReactionRefusal.ScalingAlarm] = "该告警用于扩缩策略",
            [ReactionRefusal.LoadLow] = "该告警表示负载过低",
            [ReactionRefusal.LoadUnknown] = "无法判断负载是过高还是过低",
            [ReactionRefusal.CheckPassed] = "该告警在检查通过时触发",
            [ReactionRefusal.CheckUnknown] = "无法判断检查是否失败",
            [ReactionRefusal.GroupUnknown] = "无法读取该组的当前状况",
            [ReactionRefusal.GroupDeleting] = "该组正在被删除",
            [ReactionRefusal.GroupBusy] = "其他进程正在同时处置该组",
            [ReactionRefusal.ProcessSuspended] = "该组所需的进程已被暂停",
            [ReactionRefusal.InstanceRefresh] = "该组正在进行实例刷新",
            [ReactionRefusal.WarmPoolMoving] = "该组的暖池正在变动",
            [ReactionRefusal.Standby] = "该实例处于备用状态",
            [ReactionRefusal.Detached] = "该实例正在从组中分离",
            [ReactionRefusal.NotInService] = "该实例未在服务中",
            [ReactionRefusal.ScaleInProtected] = "该实例受缩容保护",
        },
        Acts = ChineseActs.Sentences,
        Links = new Dictionary<LinkTarget, string>
        {
            [LinkTarget.Alarm] = "告警",
            [LinkTarget.Instance] = "实例",
            [LinkTarget.ScalingGroup] = "Auto Scaling 组",
            [LinkTarget.Volume] = "卷",
            [LinkTarget.LoadBalancer] = "负载均衡器",
            [LinkTarget.Database] = "数据库",
            [LinkTarget.DatabaseCluster] = "数据库集群",
            [LinkTarget.Table] = "表",
            [LinkTarget.Queue] = "队列",
            [LinkTarget.Function] = "函数",
            [LinkTarget.TrailEvent] = "CloudTrail 事件",
            [LinkTarget.TrailInsights] = "CloudTrail Insights",
            [LinkTarget.HealthEvent] = "Health 控制面板",
            [LinkTarget.AdvisorCheck] = "Trusted Advisor",
        },
        Units = new Dictionary<Unit, string>
        {
            [Unit.Second] = "{n} 秒",
            [Unit.Minute] = "{n} 分钟",
            [Unit.Hour] = "{n} 小时",
            [Unit.Day] = "{n} 天",
        },
    };
}
