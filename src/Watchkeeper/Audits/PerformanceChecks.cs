using System.Collections.Immutable;

namespace Watchkeeper.Audits;

/// <summary>Checks of performance and service limits of Trusted Advisor, as far as they are well known.</summary>
internal static class PerformanceChecks
{
    private const string Category = "performance";

    public static ImmutableArray<CheckWords> All { get; } =
    [
        new("eW7HH0l7J9", "Service Limits", "service_limits",
            "Quota {resource} is nearly used up[: {usage} of {limit}]",
            "配额 {resource} 即将用尽[：已用 {usage}，上限 {limit}]",
            "Request a higher quota now in Service Quotas, or free what is not used: at the limit, launches and "
            + "deployments fail.",
            "请立即在 Service Quotas 申请提高配额，或释放不用的资源：达到上限后启动和部署会失败。"),
        new("ZRxQlPsb6c", "High Utilization Amazon EC2 Instances", Category,
            "Instance {resource}[ ({resourceName})] is overloaded",
            "实例 {resource}[（{resourceName}）]负载过高",
            "Add instances or choose a larger type, after a look at which process takes the CPU.",
            "请先查看占用 CPU 的进程，再增加实例或选用更大的规格。"),
        new("PPkZrjsH2q", "Amazon EBS Provisioned IOPS (SSD) Volume Attachment Configuration", Category,
            "Volume {resource} is on an instance that cannot use its IOPS",
            "卷 {resource} 所在实例无法发挥其 IOPS",
            "Move it to an EBS-optimised instance type, or pay for fewer IOPS.",
            "请改用 EBS 优化的实例类型，或减少预置 IOPS。"),
        new("tfg86AVHAZ", "Large Number of Rules in an EC2 Security Group", Category,
            "Security group {resource}[ ({resourceName})] has very many rules",
            "安全组 {resource}[（{resourceName}）]规则过多",
            "Join rules by larger networks, prefix lists or referenced groups.",
            "请用更大的网段、前缀列表或引用安全组来合并规则。"),
        new("j3DFqYTe29", "Large Number of EC2 Security Group Rules Applied to an Instance", Category,
            "Instance {resource}[ ({resourceName})] has very many security group rules",
            "实例 {resource}[（{resourceName}）]的安全组规则过多",
            "Remove groups and rules that it does not need.",
            "请移除不需要的安全组和规则。"),
        new("B913Ef6fb4", "Amazon Route 53 Alias Resource Record Sets", Category,
            "A record should be an alias[: {resource}]",
            "记录应改为别名[：{resource}]",
            "Replace the CNAME by an alias record: it is free and faster.",
            "请将 CNAME 换成别名记录：免费且更快。"),
        new("k3J2hns32g", "Overutilized Amazon EBS Magnetic Volumes", Category,
            "Magnetic volume {resource}[ ({resourceName})] is overloaded",
            "磁介质卷 {resource}[（{resourceName}）]负载过高",
            "Change its type to gp3 while it runs.",
            "请在运行中将类型改为 gp3。"),
        new("796d6f3D83", "CloudFront Content Delivery Optimization", Category,
            "Bucket {resource} serves much data without CloudFront",
            "存储桶 {resource} 未经 CloudFront 提供大量数据",
            "Put CloudFront before the bucket: it is faster and cheaper for many readers.",
            "请在存储桶前使用 CloudFront：读者多时更快也更便宜。"),
        new("N415c450f2", "CloudFront Header Forwarding and Cache Hit Ratio", Category,
            "Distribution {resource} forwards headers that spoil its cache",
            "分配 {resource} 转发的标头降低了缓存命中率",
            "Forward only the headers that change the answer.",
            "只转发会影响响应内容的标头。"),
        new("N420c450f2", "CloudFront Alternate Domain Names", Category,
            "Distribution {resource} has a domain name that does not lead to it",
            "分配 {resource} 的备用域名未指向它",
            "Correct the DNS record or remove the name.",
            "请修正 DNS 记录或移除该域名。"),
        new("Bh2xRR2FGH", "Amazon EC2 to EBS Throughput Optimization", Category,
            "Instance {resource} cannot use the throughput of its volumes",
            "实例 {resource} 无法发挥其卷的吞吐量",
            "Choose an instance type with more EBS bandwidth, or smaller volumes.",
            "请选用 EBS 带宽更高的实例类型，或降低卷的规格。"),
    ];
}
