using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.Events.Health;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>
/// Events in the shapes that AWS documents («Reference: AWS Health events Amazon EventBridge schema», «AWS Fargate task
/// retirement», «Planned lifecycle events for AWS Health») and that people have seen, with identifiers of ours.
/// </summary>
public sealed class HealthShapeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("EC2", "AWS_EC2_INSTANCE_STORE_DRIVE_PERFORMANCE_DEGRADED", "issue", "i-0a1b2c3d4e5f60718",
        SignalKind.HealthIssue, null, "EC2: a local disk of i-0a1b2c3d4e5f60718 is degraded")]
    [InlineData("EBS", "AWS_EBS_VOLUME_LOST", "issue", "vol-0a1b2c3d",
        SignalKind.HealthIssue, Severity.Critical, "EBS: volume vol-0a1b2c3d is lost")]
    [InlineData("ABUSE", "AWS_ABUSE_DOS_REPORT", "issue", "arn:aws:ec2:eu-central-1:123456789012:instance/i-0a1b2c3d4e5f60718",
        SignalKind.HealthAbuse, null, "AWS: i-0a1b2c3d4e5f60718 is reported for denial-of-service attacks")]
    [InlineData("ABUSE", "AWS_ABUSE_PHISHING_CONTENT_REPORTED", "issue", "",
        SignalKind.HealthAbuse, null, "AWS: the account is reported for phishing")]
    [InlineData("RISK", "AWS_RISK_CREDENTIALS_EXPOSED", "issue", "AKIAIOSFODNN7EXAMPLE",
        SignalKind.HealthAbuse, Severity.Critical, "AWS: access key AKIAIOSFODNN7EXAMPLE is public")]
    [InlineData("ACM", "AWS_ACM_RENEWAL_STATE_CHANGE", "accountNotification",
        "arn:aws:acm:eu-central-1:123456789012:certificate/11112222-3333-4444-5555-666677778888",
        SignalKind.HealthNotification, Severity.High,
        "ACM: renewal of certificate 11112222-3333-4444-5555-666677778888 needs action")]
    [InlineData("BILLING", "AWS_BILLING_SUSPENSION_NOTICE", "accountNotification", "",
        SignalKind.HealthNotification, Severity.Critical, "Billing: the account is suspended, or about to be: charges are unpaid")]
    [InlineData("S3", "AWS_S3_OPEN_ACCESS_BUCKET_NOTIFICATION", "accountNotification", "shop-order-exports",
        SignalKind.HealthNotification, Severity.High, "S3: bucket shop-order-exports is open to everybody")]
    [InlineData("VPN", "AWS_VPN_SINGLE_TUNNEL_NOTIFICATION", "accountNotification", "vpn-0a1b2c3d",
        SignalKind.HealthNotification, Severity.Low, "VPN: vpn-0a1b2c3d uses only one of its two tunnels")]
    [InlineData("WORKSPACES", "AWS_WORKSPACES_OPERATIONAL_NOTIFICATION", "accountNotification", "UNKNOWN",
        SignalKind.HealthNotification, null, "WorkSpaces: operational notice")]
    public void A_code_is_read_as_what_it_means(
        string service, string code, string category, string entity, SignalKind kind, Severity? severity, string title)
    {
        var signal = Read(Event(service, code, category, "Tue, 17 Nov 2026 11:00:00 GMT", "", entity));

        (signal.Subject.Kind, signal.RuleSeverity, signal.Subject.Title).ShouldBe((kind, severity, title));
        signal.Subject.PlannedFrom.ShouldBeNull();
    }

    [Theory]
    [InlineData("EKS", "AWS_EKS_PLANNED_LIFECYCLE_EVENT", "Wed, 31 Mar 2027 02:00:00 GMT", "",
        "arn:aws:eks:eu-central-1:123456789012:cluster/shop", Severity.Low,
        "EKS: end of support for the Kubernetes version of shop on 31 Mar 2027 02:00 UTC")]
    [InlineData("ECS", "AWS_ECS_TASK_PATCHING_RETIREMENT", "Mon, 23 Nov 2026 11:00:00 GMT", "", "shop|order", Severity.Medium,
        "ECS: AWS replaces the Fargate tasks of shop/order on 23 Nov 11:00 UTC")]
    [InlineData("DIRECTCONNECT", "AWS_DIRECTCONNECT_MAINTENANCE_SCHEDULED",
        "Wed, 18 Nov 2026 11:00:00 GMT", "Wed, 18 Nov 2026 13:00:00 GMT", "dxcon-fgv0etma", Severity.High,
        "Direct Connect: maintenance of dxcon-fgv0etma (the connection may be down) on 18 Nov 11:00–13:00 UTC")]
    [InlineData("RDS", "AWS_RDS_HARDWARE_MAINTENANCE_SCHEDULED",
        "Sat, 14 Nov 2026 14:00:00 GMT", "Sat, 21 Nov 2026 14:00:00 GMT", "shop-db", Severity.High,
        "RDS: hardware maintenance of shop-db (short outage or failover) from 14 Nov 14:00 to 21 Nov 14:00 UTC")]
    [InlineData("RDS", "AWS_RDS_MAINTENANCE_SCHEDULED", "Wed, 18 Nov 2026 02:00:00 GMT", "", "shop-db", Severity.Medium,
        "RDS: maintenance of shop-db on 18 Nov 02:00 UTC")]
    [InlineData("SAGEMAKER", "AWS_SAGEMAKER_SCHEDULED_MAINTENANCE", "never", "", "", null, "SageMaker: maintenance of resources")]
    public void A_planned_change_carries_its_time_and_is_as_urgent_as_it_is_near(
        string service, string code, string from, string until, string entity, Severity? severity, string title)
    {
        var signal = Read(Event(service, code, "scheduledChange", from, until, entity));

        (signal.RuleSeverity, signal.Subject.Title).ShouldBe((severity, title));
        signal.Subject.PlannedFrom.ShouldBe(AwsTime.Parse(from));
        signal.Subject.PlannedUntil.ShouldBe(AwsTime.Parse(until) ?? AwsTime.Parse(from));
    }

    [Theory]
    [InlineData("Wed, 31 Mar 2027 02:00:00 GMT", Severity.Low)]
    [InlineData("Fri, 27 Nov 2026 02:00:00 GMT", Severity.Medium)]
    [InlineData("Wed, 18 Nov 2026 02:00:00 GMT", Severity.Critical)]
    [InlineData("never", Severity.Critical)]
    public void A_declared_severity_counts_from_the_day_before_a_planned_time(string from, Severity expected)
    {
        var happened = Event("RDS", "AWS_RDS_MAINTENANCE_SCHEDULED", "scheduledChange", from, "", "shop-db");
        happened["detail"]!["affectedEntities"]![0]!["tags"] = new JsonObject { ["severity"] = "critical", ["Name"] = "orders" };

        var signal = Read(happened);

        SeverityRules.Default.Classify(signal).ShouldBe(expected);
        (signal.Subject.Labels["declared"], signal.Subject.Labels["resourceName"]).ShouldBe(("critical", "orders"));
    }

    [Fact]
    public void The_region_of_a_report_of_abuse_is_that_of_the_resource()
    {
        var happened = Event(
            "ABUSE", "AWS_ABUSE_DOS_REPORT", "issue", "Tue, 17 Nov 2026 11:00:00 GMT", "",
            "arn:aws:ec2:eu-central-1:123456789012:instance/i-0a1b2c3d4e5f60718");
        happened["detail-type"] = "AWS Health Abuse Event";
        happened["detail"]!["eventRegion"] = "global";

        Read(happened).Subject.Region.ShouldBe("eu-central-1");
    }

    [Fact]
    public void A_further_page_is_an_event_just_before_the_first_page()
    {
        var first = Paged("1");
        var further = Paged("2");

        (first.Nature, further.Nature).ShouldBe((SignalNature.State, SignalNature.Event));
        (first.OccurredAt - further.OccurredAt).ShouldBe(TimeSpan.FromMilliseconds(1));
        further.Subject.Fingerprint.ShouldBe(first.Subject.Fingerprint);
        // The end of one instance must not end the incident of all.
        first.Subject.Labels["entities"].ShouldBe("1+");

        static Signal Paged(string page)
        {
            var happened = Event(
                "EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "scheduledChange", "Mon, 23 Nov 2026 11:00:00 GMT", "", "i-1");
            happened["detail"]!["page"] = page;
            happened["detail"]!["totalPages"] = "3";
            return Read(happened);
        }
    }

    [Fact]
    public void What_is_over_is_as_urgent_as_its_kind() =>
        Read(Event(
            "EC2", "AWS_EC2_INSTANCE_STOP_SCHEDULED", "scheduledChange",
            "Mon, 16 Nov 2026 11:00:00 GMT", "Mon, 16 Nov 2026 12:00:00 GMT", "i-1")).RuleSeverity.ShouldBeNull();

    private static JsonObject Event(
        string service, string code, string category, string from, string until, string entity) => new()
        {
            ["version"] = "0",
            ["id"] = "3c268027-f43c-0171-7425-1d7990000000",
            ["detail-type"] = "AWS Health Event",
            ["source"] = "aws.health",
            ["account"] = "123456789012",
            ["time"] = "2026-11-17T11:59:00Z",
            ["region"] = "eu-central-1",
            ["resources"] = entity.Length == 0 ? new JsonArray() : new JsonArray(entity),
            ["detail"] = new JsonObject
            {
                ["eventArn"] = $"arn:aws:health:eu-central-1::event/{service}/{code}/{code}_1",
                ["service"] = service,
                ["eventScopeCode"] = "ACCOUNT_SPECIFIC",
                ["communicationId"] = "7988399e2e6fb0b905ddc88e0e2de1fd17e4c9fa-1",
                ["lastUpdatedTime"] = "Tue, 17 Nov 2026 11:58:59 GMT",
                ["eventRegion"] = "eu-central-1",
                ["eventTypeCode"] = code,
                ["eventTypeCategory"] = category,
                ["startTime"] = from,
                ["endTime"] = until,
                ["eventDescription"] = new JsonArray(new JsonObject
                {
                    ["language"] = "en_US",
                    ["latestDescription"] = "A description of the event is here.",
                }),
                ["affectedEntities"] = entity.Length == 0
                    ? new JsonArray()
                    : new JsonArray(new JsonObject { ["entityValue"] = entity, ["status"] = "PENDING" }),
                ["affectedAccount"] = "123456789012",
                ["page"] = "1",
                ["totalPages"] = "1",
            },
        };

    private static Signal Read(JsonNode happened) =>
        HealthEvents.Read(SampleAlarm.Bytes(happened), Now).ShouldBeOfType<SignalParseResult.Accepted>().Signal;
}
