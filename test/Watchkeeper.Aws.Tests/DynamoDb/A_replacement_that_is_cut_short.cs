using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>An audit's process ends between two requests of a replaced snapshot.</summary>
public sealed class A_replacement_that_is_cut_short(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(typeof(DeleteItemRequest))]
    [InlineData(typeof(UpdateItemRequest))]
    public async Task Before_the_old_pages_are_away_is_tidied_by_who_reads_next(Type request)
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Snapshots.ReplaceAsync("check", Findings("old"), Token);
        stores.Client.Requesting = sent => Ended.ThrowIf(sent.GetType() == request);
        await Should.ThrowAsync<Ended>(() => stores.Snapshots.ReplaceAsync("check", Findings("new"), Token));
        stores.Client.Requesting = null;

        (await stores.Snapshots.ReadAsync("check", Token)).ShouldBe(Findings("new"));

        var rows = await stores.Client.ScanAsync(new ScanRequest { TableName = stores.Name, ConsistentRead = true }, Token);
        rows.Items.Count.ShouldBe(2);
        rows.Items.ShouldAllBe(row => !row.ContainsKey("fe"));
    }

    private static ImmutableArray<KnownFinding> Findings(string resource) =>
        [new(new Finding(resource, FindingStatus.Error, "eu-central-1", resource, Suppressed: false), FindingState.Flagged, null)];

    private sealed class Ended() : Exception("the process has ended")
    {
        public static void ThrowIf(bool now)
        {
            if (now)
                throw new Ended();
        }
    }
}
