namespace Watchkeeper.Notification.Localization;

/// <summary>Simplified Chinese for API calls that detections found.</summary>
internal static class ChineseActs
{
    public static ActTranslations Sentences { get; } = new()
    {
        Gap = "",
        Attempt = "{title}（未遂，被拒绝：{error}）",
        Failure = "{title}（失败：{error}）",
        Lead = "{who}：{from}调用 {api}{on}{details}{at}。",
        On = "，对象 {resource}",
        Details = "（{details}）",
        From = "从 {source} ",
        At = "，{at}",
        Refused = "AWS 已拒绝：{error}。",
        Failed = "调用失败：{error}。",
        Another = "同一告警的新操作：最初开始于 {since}，累计 {signals} 次。",
        Undone = "已撤销，历时 {duration}。{who}：{from}调用 {api}{at}。",
        RootUser = "根用户",
        Session = "{session}（角色 {role}）",
        OfAccount = "{who}（账户 {account}）",
        PortOf = "{protocol} 端口 {port}",
        Port = "端口 {port}",
        AllPortsOf = "{protocol} 全部端口",
        AllPorts = "全部协议和端口",
        Policy = "策略 {policy}",
        Principal = "主体：{principal}",
        Everybody = "所有人",
        WithSecondFactor = "已使用 MFA",
        WithoutSecondFactor = "未使用 MFA",
        WhyItMatters = "为何重要",
        WhyItWouldMatter = "一旦成功为何重要",
        Harmless = "可能无害的情形",
        AdviceForAttempt = "这次调用没有改动任何内容，先查该身份还尝试了什么。若有调用成功：{response}",
        AdviceWhenUndone = "已撤销，无需再改。如果没人知道为何这样改，仍要查明是谁做的。",
        AdviceWhenExpired = "自动关闭不等于已撤销，改动可能仍在。有人查看过，就无需处理。",
        AdviceWhenClosed = "无需处理：已有人查看并关闭。",
        Caller = "调用者类型",
        Target = "涉及",
        Lowered = "{severity}（由部署工具调用，比“{from}”降一级）",
        Callers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["anonymous"] = "匿名，没有凭证",
            ["root"] = "根用户",
            ["cloudformation"] = "CloudFormation",
            ["aws-service"] = "AWS 服务",
            ["other-account"] = "其他账户的身份",
            ["identity-center"] = "通过 IAM Identity Center 登录的人",
            ["console"] = "在控制台操作的人",
            ["pipeline"] = "CI 流水线",
            ["workload"] = "工作负载：实例、Pod 或函数",
            ["infrastructure-tool"] = "自称部署工具的角色",
            ["role"] = "角色会话",
            ["federated"] = "联合身份用户",
            ["key"] = "访问密钥",
        },
    };
}
