using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>
/// A table of an earlier version, which compared each audit with a snapshot of the previous one: two active findings, one
/// suppressed, one resolved, one announced by an interrupted run, and a page that belongs to no snapshot.
/// </summary>
public sealed class FormerSnapshotsTests(DynamoDbLocalFixture emulator)
{
    private static readonly ImmutableArray<AuditRow> Found =
    [
        AuditRuns.Row("sg-red", FindingStatus.Error),
        AuditRuns.Row("sg-yellow", FindingStatus.Warning),
        AuditRuns.Row("sg-excluded", FindingStatus.Error, isSuppressed: true),
        AuditRuns.Row("sg-never", FindingStatus.Error, isSuppressed: true),
        AuditRuns.Row("sg-announced", FindingStatus.Error),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(120)]
    [InlineData(24 * 60)]
    public async Task The_rows_of_snapshots_are_removed_and_no_known_finding_counts_as_new(int minute)
    {
        await using var stores = await OpenAsync();

        var report = await AuditRuns.AuditAsync(stores, minute, Found, Token);

        report.Results.Select(result => (result.Title, result.Reason))
            .ShouldBe([("Security group sg-announced is open to everybody", "opened")]);
        await OnlyFindingsAreLeftAsync(stores);
    }

    [Fact]
    public async Task An_audit_after_the_removal_of_snapshots_reports_what_changes()
    {
        await using var stores = await OpenAsync();
        await AuditRuns.AuditAsync(stores, 120, Found, Token);

        string[] flagged = ["sg-red", "sg-excluded", "sg-gone"];
        var report = await AuditRuns.AuditAsync(
            stores, 180, [.. flagged.Select(resource => AuditRuns.Row(resource, FindingStatus.Error))], Token);

        // A finding that is over keeps the title that the earlier version gave it.
        report.Results.Select(result => (result.Title, result.Reason)).ShouldBe(
        [
            ("Security group sg-announced is open to everybody", "resolved"),
            ("Security group sg-excluded is open to everybody", "opened"),
            ("Security group sg-gone is open to everybody", "opened"),
            ("Security Groups - Specific Ports Unrestricted: sg-yellow", "resolved"),
        ]);
        // Findings of the earlier version continue in their rows, so that their versions go on.
        (await RowsAsync(stores)).Select(item => item["v"].N).Order(StringComparer.Ordinal).ShouldBe(["1", "2", "2", "3", "3"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_rows_of_snapshots_are_removed_even_if_an_audit_ends_meanwhile(int number)
    {
        await using var stores = await OpenAsync();
        var deletes = 0;
        stores.Client.Requesting = request =>
        {
            if (request is DeleteItemRequest && ++deletes == number)
                throw new OperationCanceledException("the process has ended");
        };
        await Should.ThrowAsync<OperationCanceledException>(() => AuditRuns.AuditAsync(stores, 120, Found, Token));
        stores.Client.Requesting = null;

        (await AuditRuns.AuditAsync(stores, 120, Found, Token)).Signals.ShouldBe(1);

        await OnlyFindingsAreLeftAsync(stores);
    }

    private async Task<DynamoDbHarness> OpenAsync()
    {
        var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        foreach (var item in RowFiles.Read("audits"))
        {
            // The stored time to live has expired by now.
            item.Remove("ttl");
            await stores.Client.PutItemAsync(stores.Name, item, Token);
        }

        return stores;
    }

    private static async Task OnlyFindingsAreLeftAsync(DynamoDbHarness stores)
    {
        var rows = await RowsAsync(stores);
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(item => item["pk"].S.StartsWith("F#", StringComparison.Ordinal));
    }

    private static async Task<List<Dictionary<string, AttributeValue>>> RowsAsync(DynamoDbHarness stores) =>
        (await stores.Client.ScanAsync(new ScanRequest { TableName = stores.Name, ConsistentRead = true }, Token)).Items;
}
