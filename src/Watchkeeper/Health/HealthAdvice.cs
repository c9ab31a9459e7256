using Watchkeeper.Signals;

namespace Watchkeeper.Health;

/// <summary>What to do first about a Health event, by what its type means.</summary>
internal static class HealthAdvice
{
    /// <summary>The advice; null where the advice of the event's kind says all.</summary>
    public static string? Find(Subject subject, bool chinese) =>
        (HealthEventTypes.Find(subject.Name)?.Step ?? HealthStep.ReadIt) is var step && chinese ? Chinese(step) : English(step);

    private static string? English(HealthStep step) => step switch
    {
        HealthStep.MoveBefore =>
            "Choose the moment yourself: before the date, stop and start the instance (a reboot does not move it) or replace it. "
            + "Data on instance store volumes and a public address without an Elastic IP are lost. In an Auto Scaling group, "
            + "let the group replace it.",
        HealthStep.PrepareForWindow =>
            "Check that the window suits you, and move the maintenance window or apply the change earlier if it does not. Expect "
            + "a short interruption or a failover, and tell the people who are on call then.",
        HealthStep.CheckRedundancy =>
            "Check that traffic has a second way: another connection or both tunnels of a VPN, up and routed. Move traffic "
            + "away before the time if the way is the only one.",
        HealthStep.Upgrade =>
            "List what still uses the old version, test the upgrade outside of production, and plan it before the date. After "
            + "it AWS may upgrade by itself, charge for extended support, or no longer let you change anything.",
        HealthStep.Renew =>
            "See in the console why the certificate does not renew: put the validation record back into DNS, confirm the mail, "
            + "or allow the CA in the CAA record. Clients fail on the day on which it expires.",
        HealthStep.Restore =>
            "Find out what is lost or damaged, keep what is left from being overwritten, and restore from the newest snapshot or "
            + "backup.",
        HealthStep.DisableKey =>
            "Disable the access key now, make a new one only if something needs it, and take it out of where it was "
            + "published. Then look in CloudTrail for what it did in every region (users, roles, instances, mails), undo "
            + "that, and answer AWS's support case.",
        HealthStep.AnswerAbuse =>
            "The harm comes from your own resource. Isolate it (security group without rules, snapshot its disks) and find out "
            + "who got in and how. Answer AWS's mail within 24 hours and say what you did: otherwise AWS may block the resource or "
            + "suspend the account.",
        HealthStep.Pay =>
            "Read the notice with whoever owns the bill. Unpaid charges end with a suspended account: pay, or open a case with "
            + "AWS about billing.",
        HealthStep.Close =>
            "Turn on Block Public Access for the bucket unless it serves a public site on purpose, and find out what was read.",
        HealthStep.CheckRecovered =>
            "Check that the application is well again; nothing else to do unless it repeats.",
        _ => null,
    };

    private static string? Chinese(HealthStep step) => step switch
    {
        HealthStep.MoveBefore =>
            "请自行选择时机：在该日期之前停止再启动实例（仅重启不会迁移），或将其替换。实例存储卷上的数据以及非弹性 IP 的公网地址会丢失。"
            + "属于 Auto Scaling 组的，交由该组替换。",
        HealthStep.PrepareForWindow =>
            "请确认该时间窗口是否合适；不合适就调整维护窗口，或提前自行完成变更。届时会有短暂中断或故障转移，请通知当班人员。",
        HealthStep.CheckRedundancy =>
            "请确认流量有第二条通路：另一条专线，或 VPN 的两条隧道均已连通并配置路由。如果只有这一条，请提前切换流量。",
        HealthStep.Upgrade =>
            "列出仍在使用旧版本的资源，先在非生产环境验证升级，并安排在该日期之前完成。逾期后 AWS 可能自动升级、收取延长支持费用，或不再允许修改。",
        HealthStep.Renew =>
            "在控制台查看证书未能续期的原因：恢复 DNS 验证记录、点击验证邮件，或在 CAA 记录中允许该 CA。证书到期当天客户端将连接失败。",
        HealthStep.Restore =>
            "查明丢失或损坏了什么，避免剩余数据被覆盖，并从最新的快照或备份恢复。",
        HealthStep.DisableKey =>
            "立即停用该访问密钥；确有需要再创建新密钥，并从泄露处删除旧密钥。然后在 CloudTrail 中检查它在所有区域做过什么（用户、角色、实例、邮件），"
            + "撤销这些操作，并回复 AWS 的支持案例。",
        HealthStep.AnswerAbuse =>
            "危害来自您自己的资源。请先隔离它（使用无规则的安全组，并为磁盘创建快照），再查明入侵者和途径。请在 24 小时内回复 AWS 的邮件并说明处理情况："
            + "否则 AWS 可能封锁该资源或暂停账户。",
        HealthStep.Pay =>
            "请与账单负责人一起阅读通知。欠费会导致账户被暂停：请付款，或就账单问题向 AWS 提交支持案例。",
        HealthStep.Close =>
            "除非该存储桶有意用于公开网站，否则请启用“阻止公共访问”，并查明哪些内容已被读取。",
        HealthStep.CheckRecovered =>
            "请确认应用已恢复正常；若不再发生，无需其他处理。",
        _ => null,
    };
}
