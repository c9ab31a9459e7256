using System.Globalization;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Incidents;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

public sealed class UnchangedAuditTests(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 8)]
    public async Task An_unchanged_audit_writes_nothing_and_reads_each_incident_once(int findings, int batches)
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        AuditRow[] rows =
        [
            .. Enumerable.Range(0, findings)
                .Select(number => string.Create(
                    CultureInfo.InvariantCulture, $"arn:aws:ec2:eu-central-1:123456789012:instance/i-{number:x17}"))
                .Select(resource => AuditRuns.Row(resource, FindingStatus.Error)),
        ];
        (await AuditRuns.AuditAsync(stores, 0, [.. rows], Token)).Signals.ShouldBe(findings);
        var meter = new RequestMeter(stores.Client);

        (await AuditRuns.AuditAsync(stores, 24 * 60, [.. rows], Token)).Signals.ShouldBe(0);

        // Eight shards of active and of dismissed incidents, and the former snapshot of the check.
        meter.Requests.ShouldBe($"BatchGetItem {batches}, Query 17");
        meter.Written.ShouldBe(0);
        meter.Read.ShouldBeLessThanOrEqualTo(findings + 17);
    }

    [Fact]
    public async Task An_unchanged_audit_reads_dismissed_findings_and_writes_nothing()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var row = AuditRuns.Row("sg-1", FindingStatus.Error);
        await AuditRuns.AuditAsync(stores, 0, [row], Token);
        var slot = await stores.Slots.ListActiveAsync(Token).SingleAsync(Token);
        var action = new OperatorAction("a1", OperatorVerb.Resolve, "kim");
        var decision = OperatorActions.Decide(slot, slot.Incident!.Id, action, DateTimeOffset.UnixEpoch.AddDays(20_000));
        await stores.Slots.WriteAsync(decision.Write!, Token);
        var meter = new RequestMeter(stores.Client);

        (await AuditRuns.AuditAsync(stores, 30 * 24 * 60, [row], Token)).Signals.ShouldBe(0);

        meter.Requests.ShouldBe("BatchGetItem 1, Query 17");
    }
}
