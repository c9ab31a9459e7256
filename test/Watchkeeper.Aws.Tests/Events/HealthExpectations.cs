namespace Watchkeeper.Aws.Tests.Events;

/// <summary>
/// Condition, kind, name | title | resource of each Health event and audit notification. Ticks are for functions that parse
/// nothing; an alarm is what they are not.
/// </summary>
internal static class HealthExpectations
{
    public static Dictionary<string, string> ByFile { get; } = new(StringComparer.Ordinal)
    {
        ["advisor/010-open-port-error"] =
            "trouble audit-error Security Groups - Specific Ports Unrestricted | Security Groups - Specific Ports "
            + "Unrestricted: sg-0d1e2f3a4b5c6d7e8 (vpc-0a9b8c7d6e5f40312) | sg-0d1e2f3a4b5c6d7e8 (vpc-0a9b8c7d6e5f40312)",
        ["advisor/020-low-utilization-warning"] =
            "trouble audit-warning Low Utilization Amazon EC2 Instances | Low Utilization Amazon EC2 Instances: "
            + "i-0b7d2f4a6c8e02468 | i-0b7d2f4a6c8e02468",
        ["advisor/030-service-limit-warning-without-resource"] =
            "trouble audit-warning VPC | VPC: VPC VPCs | VPC VPCs",
        ["advisor/040-root-mfa-error-of-the-account"] =
            "trouble audit-error MFA on Root Account | MFA on Root Account | ",
        ["advisor/050-bucket-open-error"] =
            "trouble audit-error Amazon S3 Bucket Permissions | Amazon S3 Bucket Permissions: shop-order-exports | "
            + "shop-order-exports",
        ["advisor/060-open-port-ok"] =
            "clear audit-warning Security Groups - Specific Ports Unrestricted | Security Groups - Specific Ports "
            + "Unrestricted: sg-0d1e2f3a4b5c6d7e8 (vpc-0a9b8c7d6e5f40312) | sg-0d1e2f3a4b5c6d7e8 (vpc-0a9b8c7d6e5f40312)",
        ["health/010-ec2-issue-open"] =
            "trouble health-issue AWS_EC2_OPERATIONAL_ISSUE | EC2: operational issue | ",
        ["health/011-ec2-issue-open-in-backup-region"] =
            "trouble health-issue AWS_EC2_OPERATIONAL_ISSUE | EC2: operational issue | ",
        ["health/012-ec2-issue-update"] =
            "trouble health-issue AWS_EC2_OPERATIONAL_ISSUE | EC2: operational issue | ",
        ["health/013-ec2-issue-closed"] =
            "clear health-issue AWS_EC2_OPERATIONAL_ISSUE | EC2: operational issue | ",
        ["health/020-instance-retirement-page-1"] =
            "trouble health-scheduled-change AWS_EC2_PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED | EC2: persistent "
            + "instance retirement scheduled | i-0a1b2c3d4e5f60718",
        ["health/021-instance-retirement-page-2"] =
            "trouble health-scheduled-change AWS_EC2_PERSISTENT_INSTANCE_RETIREMENT_SCHEDULED | EC2: persistent "
            + "instance retirement scheduled | i-0a1b2c3d4e5f60729",
        ["health/030-db-maintenance-scheduled"] =
            "trouble health-scheduled-change AWS_RDS_MAINTENANCE_SCHEDULED | RDS: maintenance scheduled | "
            + "arn:aws:rds:eu-central-1:123456789012:db:shop-db",
        ["health/040-account-notification"] =
            "trouble health-notification AWS_LAMBDA_RUNTIME_DEPRECATION_NOTIFICATION | LAMBDA: runtime deprecation "
            + "notification | arn:aws:lambda:eu-central-1:123456789012:function:shop-payment:$LATEST",
        ["health/050-abuse-report"] =
            "trouble health-issue AWS_ABUSE_PORT_SCANNING_REPORT | ABUSE: port scanning report | i-0a1b2c3d4e5f60729",
        ["health/060-reboot-window-over-older-form"] =
            "clear health-scheduled-change AWS_EC2_INSTANCE_REBOOT_MAINTENANCE_SCHEDULED | EC2: instance reboot "
            + "maintenance scheduled | i-0b7d2f4a6c8e02468",
        ["schedule/010-daily-advisor-run"] =
            "$.source is «aws.events»: expected aws.cloudwatch",
        ["schedule/020-sweep-every-minute"] =
            "$.source is «aws.events»: expected aws.cloudwatch",
        ["schedule/030-daily-advisor-run-a-day-later"] =
            "$.source is «aws.events»: expected aws.cloudwatch",
    };
}
