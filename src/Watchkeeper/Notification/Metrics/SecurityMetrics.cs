using Watchkeeper.Signals;
using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Attacks, web firewalls, sign-ins, certificates and keys.</summary>
internal static class SecurityMetrics
{
    public static MetricRow[] Attacks() =>
    [
        new(Flag(
            BreachSide.Above,
            ("DDoS detection", "DDoS attack detected on {0}", "No DDoS attack on {0}"),
            ("DDoS 检测", "{0} 检测到 DDoS 攻击", "{0} DDoS 攻击已停止")), "DDoSDetected"),
        new(High(MetricUnit.BitsPerSecond, "attack traffic", "攻击流量"), "DDoSAttackBitsPerSecond"),
        new(High(MetricUnit.PerSecond, "attack packets", "攻击数据包"), "DDoSAttackPacketsPerSecond"),
        new(High(MetricUnit.PerSecond, "attack requests", "攻击请求"), "DDoSAttackRequestsPerSecond"),
    ];

    public static MetricRow[] Firewalls() =>
    [
        new(Counted("blocked requests", "blocked request", "拦截请求", "次").With("by"), "BlockedRequests"),
        new(Counted("counted requests", "counted request", "计数请求", "次").With("by"), "CountedRequests"),
        new(Counted("allowed requests", "allowed request", "放行请求", "次").With("by"), "AllowedRequests"),
        new(Counted("passed requests", "passed request", "未匹配请求", "次").With("by"), "PassedRequests"),
        new(Counted("CAPTCHA requests", "CAPTCHA request", "CAPTCHA 请求", "次").With("by"), "CaptchaRequests"),
        new(Counted("challenge requests", "challenge request", "质询请求", "次").With("by"), "ChallengeRequests"),
    ];

    public static MetricRow[] SignIns() =>
    [
        new(Counted("risky sign-ins", "risky sign-in", "高风险登录", "次"), "AccountTakeoverRisk", "Risk", "AccountTakeOverRisk"),
        new(Counted("sign-ins with leaked passwords", "sign-in with leaked password", "使用已泄露密码登录", "次"),
            "CompromisedCredentialsRisk", "CompromisedCredentialRisk"),
        new(Low(MetricUnit.Fraction, "sign-ins that succeed", "登录成功率"), "SignInSuccesses") { Statistic = "Average" },
        new(Counted("successful sign-ins", "successful sign-in", "成功登录", "次"), "SignInSuccesses"),
        new(Counted("throttled sign-ins", "throttled sign-in", "登录限流", "次"), "SignInThrottles"),
        new(Counted("throttled sign-ups", "throttled sign-up", "注册限流", "次"), "SignUpThrottles"),
    ];

    public static MetricRow[] Certificates() =>
    [
        new(Expiring(MetricUnit.Days).OfKind("certificate", "证书"), "DaysToExpiry"),
    ];

    public static MetricRow[] Keys() =>
    [
        new(Expiring(MetricUnit.Seconds).OfKind("key", "密钥"), "SecondsUntilKeyMaterialExpiration"),
    ];

    private static MetricEntry Expiring(MetricUnit unit) =>
        Remaining(unit, "time to expiry", "距到期").Saying("{0} expires in {1}{2}", "{0} 还有 {1}到期{2}");
}
