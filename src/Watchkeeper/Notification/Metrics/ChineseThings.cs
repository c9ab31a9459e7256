using System.Collections.Frozen;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Chinese for the kind before a name that says nothing by itself: «distribution E1» is «分配 E1».</summary>
internal static class ChineseThings
{
    private const int MaxWords = 3;
    private const string Comma = ", ";

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["access point"] = "访问点",
        ["account"] = "账户",
        ["API"] = "API",
        ["application"] = "应用",
        ["Auto Scaling group"] = "Auto Scaling 组",
        ["availability zone"] = "可用区",
        ["backup vault"] = "备份保管库",
        ["broker"] = "代理",
        ["bucket"] = "存储桶",
        ["cache cluster"] = "缓存集群",
        ["cache node"] = "缓存节点",
        ["canary"] = "Canary",
        ["certificate"] = "证书",
        ["client"] = "客户端",
        ["cluster"] = "集群",
        ["connection"] = "连接",
        ["container"] = "容器",
        ["data feed"] = "数据源",
        ["DB cluster"] = "数据库集群",
        ["DB instance"] = "数据库实例",
        ["delivery stream"] = "传输流",
        ["destination bucket"] = "目标存储桶",
        ["device"] = "设备",
        ["directory"] = "目录",
        ["distribution"] = "分配",
        ["domain"] = "域",
        ["drive"] = "驱动器",
        ["endpoint"] = "端点",
        ["event bus"] = "事件总线",
        ["file system"] = "文件系统",
        ["filter"] = "筛选条件",
        ["function"] = "函数",
        ["global secondary index"] = "全局二级索引",
        ["gateway"] = "网关",
        ["health check"] = "健康检查",
        ["host"] = "主机",
        ["hosted zone"] = "托管区域",
        ["index"] = "索引",
        ["instance"] = "实例",
        ["instance type"] = "实例类型",
        ["job"] = "任务",
        ["job flow"] = "作业流",
        ["key"] = "密钥",
        ["load balancer"] = "负载均衡器",
        ["log group"] = "日志组",
        ["method"] = "方法",
        ["model"] = "模型",
        ["mount path"] = "挂载路径",
        ["namespace"] = "命名空间",
        ["NAT gateway"] = "NAT 网关",
        ["node"] = "节点",
        ["nodegroup"] = "节点组",
        ["operation"] = "操作",
        ["partition"] = "分区",
        ["path"] = "路径",
        ["pipe"] = "管道",
        ["pipeline"] = "流水线",
        ["pod"] = "Pod",
        ["project"] = "项目",
        ["queue"] = "队列",
        ["region"] = "区域",
        ["replication group"] = "复制组",
        ["replication instance"] = "复制实例",
        ["resource"] = "资源",
        ["resource type"] = "资源类型",
        ["role"] = "角色",
        ["route"] = "路由",
        ["rule"] = "规则",
        ["rule group"] = "规则组",
        ["schedule"] = "计划",
        ["schedule group"] = "计划组",
        ["server"] = "服务器",
        ["service"] = "服务",
        ["service limit"] = "服务配额",
        ["shard"] = "分片",
        ["stage"] = "阶段",
        ["state machine"] = "状态机",
        ["storage type"] = "存储类型",
        ["stream"] = "数据流",
        ["table"] = "表",
        ["target group"] = "目标组",
        ["task"] = "任务",
        ["topic"] = "主题",
        ["transit gateway"] = "中转网关",
        ["tunnel IP address"] = "隧道 IP",
        ["user pool"] = "用户池",
        ["virtual host"] = "虚拟主机",
        ["virtual interface"] = "虚拟接口",
        ["volume"] = "卷",
        ["VPC endpoint"] = "VPC 端点",
        ["VPN"] = "VPN",
        ["web ACL"] = "Web ACL",
        ["workgroup"] = "工作组",
        ["workspace"] = "工作区",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The thing and its parts with their kinds in Chinese: «public-api, stage prod» is 「public-api，阶段 prod」. A part that begins
    /// with no known kind stays.
    /// </summary>
    public static string Translate(string thing) => string.Join("，", thing.Split(Comma).Select(part =>
        KindOf(part) is { Length: > 0 } kind ? $"{Kinds[kind]}{part[kind.Length..]}" : part));

    /// <summary>The kind with which an English thing begins, if a name stands behind it; empty for none.</summary>
    public static string KindOf(string thing)
    {
        for (var words = MaxWords; words > 0; words--)
        {
            var end = EndOf(thing, words);
            if (end > 0 && Kinds.ContainsKey(thing[..end]))
                return thing[..end];
        }

        return "";
    }

    // The end of the first words, if a name stands behind them.
    private static int EndOf(string thing, int words)
    {
        var at = -1;
        for (var word = 0; word < words; word++)
        {
            at = thing.IndexOf(' ', at + 1);
            if (at < 0)
                return -1;
        }

        return at;
    }
}
