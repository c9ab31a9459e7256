using static Watchkeeper.Notification.Metrics.MetricEntry;

namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// Metric filters on CloudTrail's log, common because of the CIS benchmark. Their authors spell them in several ways.
/// </summary>
internal static class LogFilterMetrics
{
    /// <summary>Finds the filter by its letters; null for any other metric.</summary>
    public static MetricEntry? Find(string metric)
    {
        var letters = string.Concat(metric.Where(char.IsAsciiLetter)).ToLowerInvariant();
        foreach (var row in All())
        {
            if (row.Matches(letters, ""))
                return row.Entry;
        }

        return null;
    }

    /// <summary>The filters; their names are letters only.</summary>
    internal static MetricRow[] All() =>
    [
        new(Counted("uses of the root user", "use of the root user", "根用户使用", "次"),
            "*rootaccountusage", "rootaccountusagecount", "rootusage", "rootlogin", "rootlogincount", "rootaccountlogin"),
        new(Counted("refused calls", "refused call", "拒绝调用", "次"),
            "unauthorizedattemptcount", "unauthorizedapicalls", "unauthorizedapicallscount"),
        new(Counted("failed sign-ins", "failed sign-in", "登录失败", "次"),
            "consolesigninfailurecount", "consolesigninfailures", "consoleauthenticationfailure", "consoleloginfailures"),
        new(Counted("sign-ins without MFA", "sign-in without MFA", "未用 MFA 登录", "次"),
            "nomfaconsolesignin", "nomfaconsolesignincount", "consolesigninwithoutmfa", "consolesigninwithoutmfacount"),
        new(Counted("IAM policy changes", "IAM policy change", "IAM 策略变更", "次"),
            "iampolicyeventcount", "iampolicychanges", "iamchanges"),
        new(Counted("trail changes", "trail change", "跟踪变更", "次"),
            "cloudtraileventcount", "cloudtrailchanges", "cloudtrailcfgchanges", "cloudtrailconfigchanges"),
        new(Counted("deletions of KMS keys", "deletion of KMS keys", "KMS 密钥停用或删除", "次"),
            "disableordeletecmk", "kmskeypendingdeletionerrorcount", "disableordeletecmkcount"),
        new(Counted("bucket policy changes", "bucket policy change", "存储桶策略变更", "次"),
            "sbucketactivityeventcount", "sbucketpolicychanges", "sbucketchanges"),
        new(Counted("AWS Config changes", "AWS Config change", "AWS Config 变更", "次"),
            "awsconfigchanges", "configeventcount", "awsconfigchangescount"),
        new(Counted("security group changes", "security group change", "安全组变更", "次"),
            "securitygroupeventcount", "securitygroupchanges"),
        new(Counted("network ACL changes", "network ACL change", "网络 ACL 变更", "次"),
            "networkacleventcount", "naclchanges", "networkaclchanges"),
        new(Counted("gateway changes", "gateway change", "网关变更", "次"),
            "gatewayeventcount", "networkgwchanges", "networkgatewaychanges"),
        new(Counted("route table changes", "route table change", "路由表变更", "次"), "routetablechanges"),
        new(Counted("VPC changes", "VPC change", "VPC 变更", "次"), "vpceventcount", "vpcchanges"),
        new(Counted("organization changes", "organization change", "组织变更", "次"),
            "organizationseventcount", "organizationschanges", "awsorganizationschanges"),
    ];
}
