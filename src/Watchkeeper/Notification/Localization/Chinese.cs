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

            [TextKey.OpenedLead] = "开始于 {since}。",
            [TextKey.ReopenedLead] = "此前已恢复，现在再次发生（累计复发 {returns} 次）。最初开始于 {since}。",
            [TextKey.EscalatedLead] = "情况恶化，严重程度升为“{severity}”。开始于 {since}。",
            [TextKey.CommentedLead] = "有人添加了备注。开始于 {since}。",
            [TextKey.AcknowledgedLead] = "已由 {who} 接手处理。开始于 {since}。",
            [TextKey.ResolvedLead] = "已恢复正常，持续 {duration}，从 {since} 到 {until}。",
            [TextKey.ResolvedByPersonLead] = "已由人工关闭，历时 {duration}，从 {since} 到 {until}。",
            [TextKey.ExpiredLead] = "长时间没有新的信号，已自动关闭。历时 {duration}，从 {since} 到 {until}。",
            [TextKey.AnotherActLead] = "再次发生，但操作者、来源或影响范围与之前不同。该事件开始于 {since}。",
            [TextKey.MuteEndedLead] = "在 CloudWatch 静音期间开始于 {since}。静音已结束，告警仍在触发。",
            [TextKey.RemindedLead] = "提醒：问题仍在持续，尚无人接手。开始于 {since}，已持续 {duration}，累计信号 {signals} 个。",
            [TextKey.SourceGoneLead] = "对应的告警或资源已不存在，已自动关闭。历时 {duration}，从 {since} 到 {until}。",
            [TextKey.NoDataLead] = "告警已数小时没有数据，已自动关闭；请确认被监控的对象是否仍在运行。历时 {duration}，从 {since} 到 {until}。",
            [TextKey.RecordedLead] = "又记录到一次相关信号。开始于 {since}。",

            [TextKey.ResolvedVerb] = "已恢复（持续 {duration}）",
            [TextKey.ClosedVerb] = "已关闭（历时 {duration}）",
            [TextKey.RecordedVerb] = "已记录",
            [TextKey.ReactionHeadline] = "{reaction}（{what}）",

            [TextKey.SetDesiredCapacity] = "将 Auto Scaling 组 {group} 的期望容量从 {from} 提高到 {to}",
            [TextKey.MarkUnhealthy] = "将实例 {instance} 标记为不健康，由 Auto Scaling 组 {group} 替换",
            [TextKey.UnnamedAction] = "执行自动处置 {reaction}",

            [TextKey.AdviceWhenCommented] = "请阅读备注。",
            [TextKey.AdviceWhenAcknowledged] = "已有人在处理；如能协助，请直接联系。",
            [TextKey.AdviceWhenResolved] = "目前无需处理。如果反复出现，请查找根本原因，或检查阈值是否过于敏感。",
            [TextKey.AdviceWhenExpired] = "来源并未报告结束，请确认问题确已解决。",
            [TextKey.AdviceWhenSourceGone] = "如属有意删除，无需处理。",
            [TextKey.AdviceWhenNoData] = "如果被监控的对象是有意下线的，请删除该告警；否则请查明为何没有数据上报。",

            [TextKey.What] = "对象",
            [TextKey.Kind] = "类型",
            [TextKey.Severity] = "严重程度",
            [TextKey.Service] = "所属服务",
            [TextKey.Account] = "账户",
            [TextKey.Region] = "区域",
            [TextKey.Resource] = "资源",
            [TextKey.Metric] = "指标",
            [TextKey.Actor] = "操作者",
            [TextKey.ApiCall] = "API 调用",
            [TextKey.SourceAddress] = "来源地址",
            [TextKey.OtherLabels] = "标签",
            [TextKey.MutedBy] = "静音来源",
            [TextKey.Since] = "开始时间",
            [TextKey.SinceEarlier] = "{since}（{duration}前）",
            [TextKey.Lasted] = "持续时间",
            [TextKey.Signals] = "信号数",
            [TextKey.Why] = "原因",
            [TextKey.Note] = "备注",
            [TextKey.Answer] = "结果说明",

            [TextKey.WhatToDo] = "建议操作",
            [TextKey.Runbook] = "处置手册",
            [TextKey.InTheConsole] = "在 AWS 控制台中查看",
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
        },
        Advice = new Dictionary<SignalKind, string>
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
        },
        ReactionVerbs = new Dictionary<ReactionStatus, string>
        {
            [ReactionStatus.Started] = "自动处置开始",
            [ReactionStatus.Done] = "自动处置完成",
            [ReactionStatus.WouldDo] = "演练",
            [ReactionStatus.Refused] = "自动处置被拦截",
            [ReactionStatus.Failed] = "自动处置失败",
            [ReactionStatus.Unknown] = "自动处置结果不明",
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
            [ReactionStatus.WouldDo] = "如果判断正确，请手动执行；或将模板参数 Reactions 设为 auto，由 Watchkeeper 自动执行。",
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
        Units = new Dictionary<Unit, (string, string)>
        {
            [Unit.Second] = ("{n} 秒", "{n} 秒"),
            [Unit.Minute] = ("{n} 分钟", "{n} 分钟"),
            [Unit.Hour] = ("{n} 小时", "{n} 小时"),
            [Unit.Day] = ("{n} 天", "{n} 天"),
        },
    };
}
