namespace Watchkeeper.Aws.Tests.Events;

/// <summary>Call, kind of actor and actor of each event of CloudTrail; insights are written like alarms.</summary>
internal static class TrailExpectations
{
    public static Dictionary<string, string> ByFile { get; } = new(StringComparer.Ordinal)
    {
        ["trail/010-console-sign-in-with-mfa"] =
            "signin:ConsoleLogin by IAMUser mira",
        ["trail/011-instances-listed"] =
            "ec2:DescribeInstances by IAMUser mira",
        ["trail/012-scaling-by-watchkeeper-itself"] =
            "autoscaling:SetDesiredCapacity by AssumedRole watchkeeper-ReactFunction",
        ["trail/013-instance-replaced-by-auto-scaling"] =
            "ec2:TerminateInstances by AWSService autoscaling.amazonaws.com",
        ["trail/014-key-rotated-by-kms"] =
            "kms:RotateKey by AWS Internal",
        ["trail/015-bucket-policy-for-one-account"] =
            "s3:PutBucketPolicy by AssumedRole pipeline-4711",
        ["trail/016-security-group-opened-to-the-office"] =
            "ec2:AuthorizeSecurityGroupIngress by IAMUser mira",
        ["trail/017-own-access-key-created"] =
            "iam:CreateAccessKey by IAMUser mira",
        ["trail/018-read-only-policy-attached"] =
            "iam:AttachUserPolicy by IAMUser mira",
        ["trail/100-sign-in-failed-unknown-user"] =
            "signin:ConsoleLogin by IAMUser HIDDEN_DUE_TO_SECURITY_REASONS",
        ["trail/101-sign-in-failed-wrong-password"] =
            "signin:ConsoleLogin by IAMUser jonas",
        ["trail/102-sign-in-failed-wrong-password-again"] =
            "signin:ConsoleLogin by IAMUser jonas",
        ["trail/103-sign-in-failed-root"] =
            "signin:ConsoleLogin by Root arn:aws:iam::123456789012:root",
        ["trail/110-root-signs-in-without-mfa"] =
            "signin:ConsoleLogin by Root arn:aws:iam::123456789012:root",
        ["trail/111-root-creates-access-key"] =
            "iam:CreateAccessKey by Root arn:aws:iam::123456789012:root",
        ["trail/112-user-signs-in-without-mfa"] =
            "signin:ConsoleLogin by IAMUser jonas",
        ["trail/120-trail-stopped"] =
            "cloudtrail:StopLogging by IAMUser jonas",
        ["trail/121-trail-stopped-delivered-twice"] =
            "cloudtrail:StopLogging by IAMUser jonas",
        ["trail/122-trail-selectors-narrowed"] =
            "cloudtrail:PutEventSelectors by IAMUser jonas",
        ["trail/123-trail-deleted"] =
            "cloudtrail:DeleteTrail by IAMUser jonas",
        ["trail/124-trail-deletion-refused"] =
            "cloudtrail:DeleteTrail by AssumedRole jonas",
        ["trail/130-kms-key-scheduled-for-deletion"] =
            "kms:ScheduleKeyDeletion by IAMUser jonas",
        ["trail/140-bucket-policy-made-public"] =
            "s3:PutBucketPolicy by IAMUser jonas",
        ["trail/141-bucket-public-access-block-removed"] =
            "s3:DeleteBucketPublicAccessBlock by IAMUser jonas",
        ["trail/142-bucket-acl-made-public"] =
            "s3:PutBucketAcl by IAMUser jonas",
        ["trail/150-security-group-opened-to-the-world"] =
            "ec2:AuthorizeSecurityGroupIngress by IAMUser jonas",
        ["trail/151-security-group-opened-to-the-world-ipv6"] =
            "ec2:AuthorizeSecurityGroupIngress by IAMUser jonas",
        ["trail/160-access-key-created-for-another-user"] =
            "iam:CreateAccessKey by IAMUser jonas",
        ["trail/170-admin-policy-attached-to-user"] =
            "iam:AttachUserPolicy by IAMUser jonas",
        ["trail/171-admin-policy-attached-to-role"] =
            "iam:AttachRolePolicy by IAMUser jonas",
        ["trail/180-mfa-deactivated"] =
            "iam:DeactivateMFADevice by IAMUser jonas",
        ["trail/190-login-profile-created"] =
            "iam:CreateLoginProfile by IAMUser jonas",
        ["trail/200-organisation-left"] =
            "organizations:LeaveOrganization by Root arn:aws:iam::123456789012:root",
        ["trail/210-hostile-text-in-every-field"] =
            "iam:CreateAccessKey by IAMUser jonas",
        ["trail/211-hostile-text-in-a-detected-call"] =
            "cloudtrail:StopLogging by IAMUser jonas",
        ["trail/300-call-rate-insight-start"] =
            "trouble insight ApiCallRateInsight | Unusual rate of calls of ec2:RunInstances | ",
        ["trail/301-call-rate-insight-end"] =
            "clear insight ApiCallRateInsight | Unusual rate of calls of ec2:RunInstances | ",
        ["trail/310-error-rate-insight-start"] =
            "trouble insight ApiErrorRateInsight | Unusual rate of AccessDenied from iam:AttachRolePolicy | ",
    };
}
