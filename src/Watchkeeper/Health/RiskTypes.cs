using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Health;

/// <summary>What the account's own resources or credentials do or risk: exposed keys and reports of abuse.</summary>
internal static class RiskTypes
{
    private const string AbusePrefix = "AWS_ABUSE_";
    private const string RiskPrefix = "AWS_RISK_";

    private static readonly HealthEventType OtherRisk =
        Key(RiskPrefix, "AWS sees a risk in the credentials[ of {thing}]", "AWS 发现[ {thing} 的]凭证存在风险");

    private static readonly HealthEventType OtherAbuse =
        Abuse(AbusePrefix, "{thing} is reported for abuse", "{thing} 被举报滥用");

    // AWS names reports after the abuse, with changing endings, and adds kinds.
    private static readonly ImmutableArray<HealthEventType> Abuses =
    [
        Abuse("PORT_SCAN", "{thing} is reported for port scanning", "{thing} 被举报进行端口扫描"),
        Abuse("DDOS", "{thing} is reported for denial-of-service attacks", "{thing} 被举报发起拒绝服务攻击"),
        Abuse("DOS_", "{thing} is reported for denial-of-service attacks", "{thing} 被举报发起拒绝服务攻击"),
        Abuse("INTRUSION", "{thing} is reported for break-in attempts", "{thing} 被举报尝试入侵他人系统"),
        Abuse("BRUTE", "{thing} is reported for guessing passwords", "{thing} 被举报暴力破解密码"),
        Abuse("PHISHING", "{thing} is reported for phishing", "{thing} 被举报钓鱼"),
        Abuse("SPAM", "{thing} is reported for spam", "{thing} 被举报发送垃圾邮件"),
        Abuse("MALWARE", "{thing} is reported for distributing malware", "{thing} 被举报传播恶意软件"),
        Abuse("BOTNET", "{thing} is reported as part of a botnet", "{thing} 被举报为僵尸网络成员"),
        Abuse("BITCOIN", "{thing} is reported for mining", "{thing} 被举报挖矿"),
        Abuse("MINING", "{thing} is reported for mining", "{thing} 被举报挖矿"),
        Abuse("COPYRIGHT", "{thing} is reported for copyright infringement", "{thing} 被举报侵犯版权"),
        Abuse("PII", "{thing} is reported for publishing personal data", "{thing} 被举报公开个人信息"),
        Abuse("PROXY", "{thing} is reported as an open proxy", "{thing} 被举报为开放代理"),
    ];

    public static ImmutableArray<HealthEventType> All { get; } =
    [
        Key("AWS_RISK_CREDENTIALS_EXPOSED", "access key[ {thing}] is public", "访问密钥[ {thing} ]已公开泄露"),
        Key("AWS_RISK_CREDENTIALS_EXPOSURE_SUSPECTED", "access key[ {thing}] may be public", "访问密钥[ {thing} ]可能已泄露"),
        Key("AWS_RISK_CREDENTIALS_COMPROMISED", "credentials of {thing} are in the wrong hands", "{thing} 的凭证已被他人使用"),
        Key("AWS_RISK_CREDENTIALS_COMPROMISE_SUSPECTED",
            "credentials of {thing} may be in the wrong hands", "{thing} 的凭证可能已被他人使用"),
        Key("AWS_RISK_IAM_QUARANTINE", "AWS has quarantined {thing}: its key is exposed", "AWS 已隔离 {thing}：其密钥已泄露"),
        Key("AWS_RISK_ACCOUNT_CONSOLE_COMPROMISE",
            "somebody may have broken into the account", "账户的控制台登录可能已被他人盗用"),
    ];

    /// <summary>The type of a code that begins as all of abuse or risk do; null for any other code.</summary>
    public static HealthEventType? Find(string code)
    {
        if (code.StartsWith(RiskPrefix, StringComparison.Ordinal))
            return OtherRisk;
        return code.StartsWith(AbusePrefix, StringComparison.Ordinal)
            ? Abuses.FirstOrDefault(abuse => code.Contains(abuse.Code, StringComparison.Ordinal)) ?? OtherAbuse
            : null;
    }

    private static HealthEventType Abuse(string code, string english, string chinese) =>
        new(code, english, chinese, HealthStep.AnswerAbuse);

    private static HealthEventType Key(string code, string english, string chinese) =>
        new(code, english, chinese, HealthStep.DisableKey, Severity: Severity.Critical);
}
