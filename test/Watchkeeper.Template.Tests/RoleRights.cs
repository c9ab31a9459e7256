using System.Collections.Immutable;

namespace Watchkeeper.Template.Tests;

/// <summary>What each function's role must allow, and why some rights are as wide as they are.</summary>
internal static class RoleRights
{
    public const string Table = "IncidentTable.Arn";
    private const string Group =
        "arn:${AWS::Partition}:autoscaling:${AWS::Region}:${AWS::AccountId}:autoScalingGroup:*:autoScalingGroupName/*";
    private const string Alarms = "arn:${AWS::Partition}:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:*";
    private const string Identity = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/";

    private const string Parameters = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${SecretsPrefix}*";
    private const string Secrets =
        "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${SecretsPrefix}*";

    /// <summary>Permissions whose resource has a «*», and why nothing narrower is possible.</summary>
    public static readonly ImmutableDictionary<string, string> Wildcards = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["xray:PutTelemetryRecords *"] = "X-Ray knows no resources",
        ["xray:PutTraceSegments *"] = "X-Ray knows no resources",
        ["support:DescribeTrustedAdvisorCheckResult *"] = "AWS Support knows no resources",
        ["support:DescribeTrustedAdvisorChecks *"] = "AWS Support knows no resources",
        ["support:RefreshTrustedAdvisorCheck *"] = "AWS Support knows no resources",
        ["autoscaling:DescribeAutoScalingGroups *"] = "what describes groups cannot be limited to some",
        ["autoscaling:DescribeAutoScalingInstances *"] = "what describes instances cannot be limited to some",
        ["cloudwatch:DescribeAlarms *"] = "CloudWatch shows composite alarms only to those who may see all alarms",
        [$"cloudwatch:DescribeAlarmContributors {Alarms}"] = "any alarm of this account and region may have time series",
        ["autoscaling:DescribeInstanceRefreshes *"] = "what describes instance refreshes cannot be limited to some",
        [$"autoscaling:SetDesiredCapacity {Group}"] = "which groups, their tag says: the statement has a condition on it",
        [$"autoscaling:SetInstanceHealth {Group}"] = "which groups, their tag says: the statement has a condition on it",
        ["dynamodb:ListStreams ${IncidentTable.Arn}/stream/*"] = "Lambda asks for the streams of the table",
        [$"ssm:GetParameter {Parameters}"] = "people name their secrets, below the prefix that a parameter sets",
        [$"secretsmanager:GetSecretValue {Secrets}"] = "people name their secrets, below the prefix that a parameter sets",
        ["s3:PutObject ${FailureBucket.Arn}/aws/lambda/*"] = "Lambda makes up the objects' names",
        ["logs:CreateLogStream arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:"
            + "log-stream:${AWS::AccountId}_CloudTrail_*"] =
            "CloudTrail makes up the rest of the stream's name",
        ["logs:PutLogEvents arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}:"
            + "log-stream:${AWS::AccountId}_CloudTrail_*"] =
            "CloudTrail makes up the rest of the stream's name",
        ["ec2:AssignPrivateIpAddresses *"] = "Lambda makes and finds the network interfaces of a function in a VPC",
        ["ec2:CreateNetworkInterface *"] = "Lambda makes and finds the network interfaces of a function in a VPC",
        ["ec2:DeleteNetworkInterface *"] = "Lambda makes and finds the network interfaces of a function in a VPC",
        ["ec2:DescribeNetworkInterfaces *"] = "what describes interfaces cannot be limited to some",
        ["ec2:DescribeSubnets *"] = "what describes subnets cannot be limited to some",
        ["ec2:UnassignPrivateIpAddresses *"] = "Lambda makes and finds the network interfaces of a function in a VPC",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Stream =
    [
        "dynamodb:DescribeStream IncidentTable.StreamArn",
        "dynamodb:GetRecords IncidentTable.StreamArn",
        "dynamodb:GetShardIterator IncidentTable.StreamArn",
        "dynamodb:ListStreams ${IncidentTable.Arn}/stream/*",
        "s3:ListBucket FailureBucket.Arn",
        "s3:PutObject ${FailureBucket.Arn}/aws/lambda/*",
    ];

    private static readonly ImmutableArray<string> Send =
    [
        "sns:Publish NotificationTopic", "sqs:SendMessage TimerQueue.Arn",
        "sns:Publish WebhookTopicArn",
        "sns:Publish ReceiverTopicArns",
        $"ses:SendRawEmail {Identity}${{Sender}}",
        $"ses:SendRawEmail {Identity}${{Domain}}",
        $"ses:SendRawEmail {Identity}${{MailAddress}}",
        "ses:SendRawEmail arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/${MailConfigurationSet}",
        $"ssm:GetParameter {Parameters}", $"secretsmanager:GetSecretValue {Secrets}", "kms:Decrypt SecretsKeyArns",
    ];

    /// <summary>Lambda's own actions for a function in a VPC.</summary>
    public static readonly ImmutableArray<string> Interfaces =
    [
        "ec2:AssignPrivateIpAddresses *", "ec2:CreateNetworkInterface *", "ec2:DeleteNetworkInterface *",
        "ec2:DescribeNetworkInterfaces *", "ec2:DescribeSubnets *", "ec2:UnassignPrivateIpAddresses *",
    ];

    /// <summary>The calls of each function's code, beyond those of all functions.</summary>
    public static readonly ImmutableDictionary<string, ImmutableArray<string>> Calls =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["AlarmFunction"] =
            [
                $"dynamodb:GetItem {Table}", $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}",
                $"dynamodb:BatchGetItem {Table}", "dynamodb:Query ${IncidentTable.Arn}/index/open",
            ],
            ["TrailFunction"] =
                [$"dynamodb:GetItem {Table}", $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}"],
            ["HealthFunction"] =
                [$"dynamodb:GetItem {Table}", $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}"],
            ["AdvisorFunction"] =
            [
                $"dynamodb:GetItem {Table}",
                $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}", $"dynamodb:DeleteItem {Table}",
                $"dynamodb:Query {Table}",
                $"dynamodb:BatchGetItem {Table}", "dynamodb:Query ${IncidentTable.Arn}/index/open",
                "support:DescribeTrustedAdvisorChecks *", "support:DescribeTrustedAdvisorCheckResult *",
                "support:RefreshTrustedAdvisorCheck *",
            ],
            ["NotifyFunction"] =
            [
                $"dynamodb:BatchGetItem {Table}", $"dynamodb:GetItem {Table}", $"dynamodb:Query {Table}",
                $"dynamodb:UpdateItem {Table}", "dynamodb:Query ${IncidentTable.Arn}/index/open", .. Stream, .. Send,
            ],
            ["ReactFunction"] =
            [
                $"dynamodb:GetItem {Table}", $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}", .. Stream,
                "autoscaling:DescribeAutoScalingGroups *", "autoscaling:DescribeAutoScalingInstances *",
                "autoscaling:DescribeInstanceRefreshes *",
                $"autoscaling:SetDesiredCapacity {Group}", $"autoscaling:SetInstanceHealth {Group}",
                "cloudwatch:DescribeAlarms *", $"cloudwatch:DescribeAlarmContributors {Alarms}",
            ],
            ["FeedbackFunction"] = [$"dynamodb:GetItem {Table}", $"dynamodb:UpdateItem {Table}"],
            ["SweepFunction"] =
            [
                $"dynamodb:BatchGetItem {Table}", $"dynamodb:DeleteItem {Table}", $"dynamodb:GetItem {Table}",
                $"dynamodb:PutItem {Table}", $"dynamodb:UpdateItem {Table}", $"dynamodb:Query {Table}",
                "autoscaling:DescribeAutoScalingGroups *", "autoscaling:DescribeInstanceRefreshes *",
                "dynamodb:Query ${IncidentTable.Arn}/index/due", "dynamodb:Query ${IncidentTable.Arn}/index/open", .. Send,
                "cloudwatch:DescribeAlarms *", $"cloudwatch:DescribeAlarmContributors {Alarms}",
                "sqs:DeleteMessage TimerQueue.Arn", "sqs:GetQueueAttributes TimerQueue.Arn", "sqs:ReceiveMessage TimerQueue.Arn",
            ],
        }.ToImmutableDictionary(StringComparer.Ordinal);
}
