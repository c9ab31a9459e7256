using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Events.Health;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class HealthEventTests
{
    [Fact]
    public void All_updates_of_one_Health_event_are_one_incident_from_open_to_closed()
    {
        var open = EventFiles.Signal("health/010-ec2-issue-open");
        var update = EventFiles.Signal("health/012-ec2-issue-update");
        var closed = EventFiles.Signal("health/013-ec2-issue-closed");
        update.Subject.Fingerprint.ShouldBe(open.Subject.Fingerprint);
        closed.Subject.Fingerprint.ShouldBe(open.Subject.Fingerprint);
        new[] { open.Id, update.Id, closed.Id }.Distinct().Count().ShouldBe(3);
        new[] { open.OccurredAt, update.OccurredAt, closed.OccurredAt }.ShouldBeInOrder();
        closed.Condition.ShouldBe(SignalCondition.Resolved);
    }

    [Fact]
    public void The_copy_from_the_backup_region_is_the_same_signal()
    {
        var copy = EventFiles.Signal("health/011-ec2-issue-open-in-backup-region");
        var original = EventFiles.Signal("health/010-ec2-issue-open");
        copy.EventId.ShouldNotBe(original.EventId);
        (copy with { EventId = original.EventId }).ShouldBe(original);
    }

    [Fact]
    public void Several_pages_are_one_incident_and_several_signals()
    {
        var first = EventFiles.Signal("health/020-instance-retirement-page-1");
        var second = EventFiles.Signal("health/021-instance-retirement-page-2");
        second.Subject.Fingerprint.ShouldBe(first.Subject.Fingerprint);
        second.Id.ShouldNotBe(first.Id);
        second.Reason.ShouldStartWith("(page 2 of 2) EC2 has detected degradation");
        first.Subject.Labels["entities"].ShouldBe("2+");
    }

    [Theory]
    [InlineData("health/020-instance-retirement-page-1", null)]
    [InlineData("health/021-instance-retirement-page-2", Severity.Medium)]
    [InlineData("health/030-db-maintenance-scheduled", Severity.Medium)]
    public void The_severity_is_read_from_the_tags_of_the_affected_entities(string file, Severity? severity) =>
        EventFiles.Signal(file).DeclaredSeverity.ShouldBe(severity);

    [Theory]
    [InlineData("2026-11-16T04:59:59Z", SignalCondition.Firing)]
    [InlineData("2026-11-16T05:00:00Z", SignalCondition.Resolved)]
    public void An_event_whose_end_has_passed_is_resolved(string time, SignalCondition condition)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("health/060-reboot-window-over-older-form"))!;
        happened["time"] = "2026-11-16T04:00:00Z";
        var now = DateTimeOffset.Parse(time, null);
        HealthEvents.Read(SampleAlarm.Bytes(happened), now).ShouldBeOfType<SignalParseResult.Accepted>()
            .Signal.Condition.ShouldBe(condition);
    }

    [Fact]
    public void A_notification_is_not_resolved_at_once() =>
        EventFiles.Signal("health/040-account-notification").Condition.ShouldBe(SignalCondition.Firing);

    [Fact]
    public void Two_accounts_are_two_incidents_unless_the_event_is_public()
    {
        Fingerprint FingerprintFrom(string file, string account)
        {
            var happened = JsonNode.Parse(EventFiles.Bytes(file))!;
            happened["detail"]!["affectedAccount"] = account;
            return ((SignalParseResult.Accepted)HealthEvents.Read(SampleAlarm.Bytes(happened), EventFiles.Now))
                .Signal.Subject.Fingerprint;
        }

        const string maintenance = "health/030-db-maintenance-scheduled";
        const string issue = "health/010-ec2-issue-open";
        FingerprintFrom(maintenance, "210987654321").ShouldNotBe(FingerprintFrom(maintenance, "123456789012"));
        FingerprintFrom(issue, "210987654321").ShouldBe(FingerprintFrom(issue, "123456789012"));
    }

    [Fact]
    public void The_English_description_is_preferred() =>
        EventFiles.Signal("health/060-reboot-window-over-older-form").Reason.ShouldBe(
            "The instance was rebooted in its maintenance window.");

    [Theory]
    [InlineData("lastUpdatedTime", "\"never\"")]
    [InlineData("lastUpdatedTime", "\"Thu, 01 Jan 2099 00:00:00 GMT\"")]
    [InlineData("endTime", "\"\"")]
    [InlineData("affectedEntities", "\"none\"")]
    [InlineData("eventDescription", "{}")]
    [InlineData("service", "null")]
    [InlineData("page", "1")]
    [InlineData("eventScopeCode", "[]")]
    public void An_event_with_an_odd_optional_member_is_not_lost(string name, string value)
    {
        var happened = JsonNode.Parse(EventFiles.Bytes("health/020-instance-retirement-page-1"))!;
        happened["detail"]![name] = JsonNode.Parse(value);
        var signal = HealthEvents.Read(SampleAlarm.Bytes(happened), EventFiles.Now)
            .ShouldBeOfType<SignalParseResult.Accepted>().Signal;
        signal.OccurredAt.UtcDateTime.Date.ShouldBe(new DateTime(2026, 11, 17, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void A_Trusted_Advisor_event_has_the_fingerprint_of_a_scheduled_audit()
    {
        // The Support API's columns for the same resource, in the check's own order.
        KeyValuePair<string, string>[] columns =
        [
            KeyValuePair.Create("Region/AZ", "eu-central-1b"), KeyValuePair.Create("Instance ID", "i-0b7d2f4a6c8e02468"),
            KeyValuePair.Create("Instance Name", "shop-warehouse-2"), KeyValuePair.Create("Day 1", "1.3%  0.41MB"),
        ];
        EventFiles.Signal("advisor/020-low-utilization-warning").Subject.Fingerprint.ShouldBe(AuditFingerprint.Create(
            "123456789012", "Low Utilization Amazon EC2 Instances", AuditResource.RegionOf(columns),
            AuditResource.From(columns)));
    }

    [Fact]
    public void A_Trusted_Advisor_event_resolves_when_the_item_is_ok()
    {
        var error = EventFiles.Signal("advisor/010-open-port-error");
        var ok = EventFiles.Signal("advisor/060-open-port-ok");
        ok.Subject.Fingerprint.ShouldBe(error.Subject.Fingerprint);
        (error.Condition, ok.Condition).ShouldBe((SignalCondition.Firing, SignalCondition.Resolved));
        error.Subject.Labels["arn"].ShouldBe("arn:aws:ec2:eu-central-1:123456789012:security-group/sg-0d1e2f3a4b5c6d7e8");
    }
}
