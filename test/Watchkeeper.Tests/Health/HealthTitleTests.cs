using NodaTime;
using Shouldly;
using Watchkeeper.Health;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Health;

public class HealthTitleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-25T02:00Z", "2026-11-25T06:00Z", "on 25 Nov 02:00–06:00 UTC (in 8 days)", "11月25日 02:00–06:00 UTC（8 天后）")]
    [InlineData("2026-11-25T22:00Z", "2026-11-26T06:00Z",
        "from 25 Nov 22:00 to 26 Nov 06:00 UTC (in 8 days)", "11月25日 22:00 至 11月26日 06:00 UTC（8 天后）")]
    [InlineData("2027-01-31T00:00Z", "2027-01-31T00:00Z", "on 31 Jan 2027 00:00 UTC (in 74 days)", "2027年1月31日 00:00 UTC（74 天后）")]
    [InlineData("2026-11-18T02:00Z", null, "on 18 Nov 02:00 UTC (in 25 hours)", "11月18日 02:00 UTC（25 小时后）")]
    [InlineData("2026-11-17T01:30Z", null, "on 17 Nov 01:30 UTC (in 30 minutes)", "11月17日 01:30 UTC（30 分钟后）")]
    [InlineData("2026-11-17T00:30Z", "2026-11-17T02:30Z", "on 17 Nov 00:30–02:30 UTC (begun)", "11月17日 00:30–02:30 UTC（已开始）")]
    [InlineData("2026-11-16T00:30Z", "2026-11-16T02:30Z", "on 16 Nov 00:30–02:30 UTC", "11月16日 00:30–02:30 UTC")]
    public void A_planned_change_says_when_it_is(string from, string? until, string english, string chinese)
    {
        var subject = Subject("RDS", "AWS_RDS_MAINTENANCE_SCHEDULED", "arn:aws:rds:eu-central-1:123456789012:db:shop-db") with
        {
            Kind = SignalKind.HealthScheduledChange,
            PlannedFrom = DateTimeOffset.Parse(from, null),
            PlannedUntil = until is null ? null : DateTimeOffset.Parse(until, null),
        };

        HealthTitle.Create(subject, chinese: false, Now, isAway: true).ShouldBe($"RDS: maintenance of shop-db {english}");
        HealthTitle.Create(subject, chinese: true, Now, isAway: true).ShouldBe($"RDS：shop-db 维护，{chinese}");
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-25T02:00Z", "2026-11-25T06:00Z", "on 25 Nov 10:00–14:00 UTC+8")]
    [InlineData("Asia/Shanghai", "2026-11-25T15:00Z", "2026-11-25T17:00Z", "from 25 Nov 23:00 to 26 Nov 01:00 UTC+8")]
    [InlineData("Asia/Shanghai", "2026-12-31T20:00Z", null, "on 1 Jan 2027 04:00 UTC+8")]
    [InlineData("America/St_Johns", "2026-11-25T02:00Z", null, "on 24 Nov 22:30 UTC-3:30")]
    // The clocks go forward in between.
    [InlineData("Europe/Berlin", "2027-03-28T00:00Z", "2027-03-28T04:00Z", "on 28 Mar 2027 00:00–04:00 UTC")]
    public void The_time_is_the_readers_own(string zone, string from, string? until, string expected)
    {
        var subject = Subject("RDS", "AWS_RDS_MAINTENANCE_SCHEDULED", "arn:aws:rds:eu-central-1:123456789012:db:shop-db") with
        {
            Kind = SignalKind.HealthScheduledChange,
            PlannedFrom = DateTimeOffset.Parse(from, null),
            PlannedUntil = until is null ? null : DateTimeOffset.Parse(until, null),
        };

        HealthTitle.Create(subject, chinese: false, Now, isAway: false, DateTimeZoneProviders.Tzdb[zone])
            .ShouldBe($"RDS: maintenance of shop-db {expected}");
    }

    [Theory]
    [InlineData("EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "i-1", "", "EC2: stop of i-1", "EC2：i-1 将被停止")]
    [InlineData("EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "i-1", "3", "EC2: stop of i-1 and 2 more", "EC2：i-1 等 3 个资源 将被停止")]
    [InlineData("EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "i-1", "100+", "EC2: stop of i-1 and others", "EC2：i-1 等多个资源 将被停止")]
    [InlineData("EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "", "", "EC2: stop of instances", "EC2：实例 将被停止")]
    [InlineData("LAMBDA", "AWS_LAMBDA_RUNTIME_DEPRECATION_NOTIFICATION",
        "arn:aws:lambda:eu-central-1:123456789012:function:shop-payment:$LATEST", "",
        "Lambda: the runtime of shop-payment is deprecated", "Lambda：shop-payment 的运行时即将弃用")]
    [InlineData("ECS", "AWS_ECS_TASK_PATCHING_RETIREMENT", "shop|order", "",
        "ECS: AWS replaces the Fargate tasks of shop/order", "ECS：AWS 将替换 shop/order 的 Fargate 任务")]
    [InlineData("RISK", "AWS_RISK_CREDENTIALS_EXPOSED", "AKIAIOSFODNN7EXAMPLE", "",
        "AWS: access key AKIAIOSFODNN7EXAMPLE is public", "AWS：访问密钥 AKIAIOSFODNN7EXAMPLE 已公开泄露")]
    [InlineData("ABUSE", "AWS_ABUSE_PII_CONTENT_REMOVAL_REPORT", "", "",
        "AWS: the account is reported for publishing personal data", "AWS：账户 被举报公开个人信息")]
    [InlineData("WORKSPACES", "AWS_WORKSPACES_OPERATIONAL_NOTIFICATION", "", "",
        "WorkSpaces: operational notice", "WorkSpaces：运行通知")]
    [InlineData("SAGEMAKER", "AWS_SAGEMAKER_SCHEDULED_MAINTENANCE", "", "", "SageMaker: maintenance of resources", "SageMaker：资源 维护")]
    [InlineData("EC2", "AWS_EC2_SOMETHING_NEW", "i-1", "", "EC2: something new", "EC2：something new")]
    [InlineData("", "CAA_CHECK_FAILURE", "", "",
        "a CAA record blocks the renewal of certificate", "CAA 记录阻止证书续期")]
    public void A_code_is_said_in_words(
        string service, string code, string resource, string entities, string english, string chinese)
    {
        var subject = Subject(service, code, resource);
        subject = subject with { Labels = subject.Labels.With("entities", entities) };

        HealthTitle.Create(subject, chinese: false, Now, isAway: true).ShouldBe(english);
        HealthTitle.Create(subject, chinese: true, Now, isAway: true).ShouldBe(chinese);
    }

    [Fact]
    public void A_resource_with_a_name_is_known_by_it()
    {
        var subject = Subject("EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "i-1");

        HealthTitle.Create(
            subject with { Labels = subject.Labels.With("resourceName", "shop-order-1") }, chinese: false, Now, isAway: true)
            .ShouldBe("EC2: stop of shop-order-1");
    }

    private static Subject Subject(string service, string code, string resource) =>
        Sample.Subject(code, SignalKind.HealthIssue, SignalSource.Health, ("awsService", service)) with { Resource = resource };
}
