using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Charges, quotas, mail and video channels: metrics of an account as a whole, or of few services.</summary>
internal static class AccountMetrics
{
    public static MetricRow[] Charges() =>
    [
        new(High(MetricUnit.Currency, "charges", "本月费用")
            .Saying("Charges {1} this month{2}, {0}", "{0} 本月费用 {1}{2}"), "EstimatedCharges"),
    ];

    // AWS calls ServiceLimitUsage a percentage and publishes 0.8 for 80 %.
    public static MetricRow[] Quotas() =>
    [
        new(High(MetricUnit.Fraction, "quota used", "配额使用率"), "ServiceLimitUsage"),
        new(High(MetricUnit.Count, "resources in use", "使用中的资源", "个"), "ResourceCount"),
        new(High(MetricUnit.Count, "API calls", "API 调用", "次"), "CallCount"),
        new(Counted("resources that need action", "resource that needs action", "需要处理的资源", "个"), "RedResources"),
        new(Counted("resources to investigate", "resource to investigate", "需要调查的资源", "个"), "YellowResources"),
        new(Counted("checks that need action", "check that needs action", "需要处理的检查项", "个"), "RedChecks"),
        new(Counted("checks to investigate", "check to investigate", "需要调查的检查项", "个"), "YellowChecks"),
    ];

    public static MetricRow[] Mail() =>
    [
        new(High(MetricUnit.Fraction, "bounce rate", "退信率").OfAccount(), "Reputation.BounceRate"),
        new(High(MetricUnit.Fraction, "complaint rate", "投诉率").OfAccount(), "Reputation.ComplaintRate"),
        new(Counted("bounces", "bounce", "退信", "封").OfAccount(), "Bounce"),
        new(Counted("complaints", "complaint", "投诉", "次").OfAccount(), "Complaint"),
        new(Counted("rejected mails", "rejected mail", "拒收邮件", "封").OfAccount(), "Reject"),
        new(Counted("sent mails", "sent mail", "发送邮件", "封").OfAccount(), "Send"),
        new(Low(MetricUnit.Count, "delivered mails", "送达邮件", "封").OfAccount(), "Delivery"),
    ];

    public static MetricRow[] Channels() =>
    [
        new(Counted("active alerts", "active alert", "活动告警", "个"), "ActiveAlerts"),
        new(Low(MetricUnit.PerSecond, "input frame rate", "输入帧率"), "InputVideoFrameRate"),
        new(Flag(
            BreachSide.Below,
            ("primary input", "Primary input lost on {0}", "Primary input active on {0}"),
            ("主输入", "{0} 主输入中断", "{0} 主输入已恢复")), "PrimaryInputActive"),
        new(High(MetricUnit.Seconds, "input loss", "输入丢失时间"), "InputLossSeconds"),
        new(Counted("output errors (5xx)", "output error (5xx)", "输出 5xx 错误", "次"), "Output5xxErrors"),
        new(Counted("output errors (4xx)", "output error (4xx)", "输出 4xx 错误", "次"), "Output4xxErrors"),
        new(Counted("dropped frames", "dropped frame", "丢帧", "帧"), "DroppedFrames"),
        new(High(MetricUnit.Milliseconds, "fill frames", "填充帧时长"), "FillMsec"),
    ];
}
