using System.Text;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Embedded;
using Watchkeeper.Configuration;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>Which version's routes <c>why</c> tries the labels on.</summary>
public sealed class DecidingRoutesTests : IAsyncLifetime
{
    private readonly EmbeddedHarness harness = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var store = Store;
        for (var number = 1; number <= 3; number++)
        {
            // The third has the content of the first.
            var content = Encoding.UTF8.GetBytes(
                $$"""{"route":{"receiver":"team-{{number % 2}}"},"receivers":[{"name":"team-{{number % 2}}"}]}""");
            (await store.ApplyAsync(await store.ReadLatestAsync(Cancel), content, "kim", "", Orders.Now(number), Cancel))
                .ShouldBeOfType<ConfigurationApplyResult.Applied>();
        }
    }

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    [Fact]
    public async Task Without_more_it_is_the_version_that_the_decision_records()
    {
        var second = (await Store.ReadVersionAsync(2, Cancel))!;

        (await FindAsync(Row(second))).ShouldBe(("team-0", 2));
        (await FindAsync(Row(null))).Version.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_the_version_that_was_applied_between_the_decision_and_the_message()
    {
        var second = (await Store.ReadVersionAsync(2, Cancel))!;

        (await FindAsync(Row(second) with { RoutedBy = 3 })).ShouldBe(("team-1", 3));
        (await FindAsync(Row(null) with { RoutedBy = 2 })).ShouldBe(("team-0", 2));
        (await FindAsync(Row(second) with { RoutedBy = NotificationRecord.Parameters })).Version.ShouldBeNull();
        (await Routes().FindAsync(Row(second) with { RoutedBy = 9 }, Cancel)).ShouldBeNull("nobody knows that version");
    }

    private ConfigurationStore Store => new(harness.Table, TimeProvider.System);

    private DecidingRoutes Routes() => new(new DecidingVersions(Store), Store);

    private async Task<(string? Receiver, long? Version)> FindAsync(NotificationRecord record)
    {
        var routes = (await Routes().FindAsync(record, Cancel)).ShouldNotBeNull();
        return (routes.Root.Receiver, routes.Version);
    }

    private static NotificationRecord Row(AppliedConfiguration? decidedUnder)
    {
        var row = SampleNotifications.Row();
        return row with
        {
            Entry = row.Entry with
            {
                At = Orders.Now(2),
                Change = row.Entry.Change! with
                {
                    Configuration = decidedUnder is null ? "0123456789" : ConfigurationVersion.Applied(decidedUnder.Hash, "", ""),
                },
            },
        };
    }
}
