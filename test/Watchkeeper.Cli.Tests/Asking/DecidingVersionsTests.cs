using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Embedded;
using Watchkeeper.Configuration;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

public sealed class DecidingVersionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_version_names_the_number_who_applied_it_when_and_why()
    {
        await using var harness = new EmbeddedHarness();
        var store = new ConfigurationStore(harness.Table, TimeProvider.System);
        var first = await ApplyAsync(store, null, "a", Noon);
        var second = await ApplyAsync(store, first, "b", Noon.AddHours(1));
        await store.RollBackAsync(second, first with { Content = "a"u8.ToArray() }, "alex", Noon.AddHours(2), Token);
        var versions = new DecidingVersions(store);
        var recorded = ConfigurationVersion.Applied(first.Hash, "parameters", "");

        (await versions.FindAsync(recorded, Noon.AddMinutes(5), Token)).ShouldNotBeNull().Words()
            .ShouldBe($"version 1 ({first.ShownHash}), applied 2026-11-17 12:00:00Z by kim: «team a»");
        (await versions.FindAsync(recorded, Noon.AddHours(3), Token)).ShouldNotBeNull().Words()
            .ShouldBe($"version 3 ({first.ShownHash}), applied 2026-11-17 14:00:00Z by alex: «rollback to 1»");
        (await versions.FindAsync("0123456789", Noon, Token)).ShouldBeNull("no file was in force");
        (await versions.FindAsync(null, Noon, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_version_that_is_not_found_or_cannot_be_read_is_said_to_be_so()
    {
        await using var harness = new EmbeddedHarness();
        var store = new ConfigurationStore(harness.Table, TimeProvider.System);
        var first = await ApplyAsync(store, null, "a", Noon);
        var versions = new DecidingVersions(store);

        (await versions.FindAsync("0123456789ab", Noon, Token)).ShouldNotBeNull().Words()
            .ShouldBe("a version whose hash begins with 01234567: this table's history has none");
        await harness.Table.WriteAsync(new RowPut(Keys.ConfigurationHash(first.Hash, 1).ToRow()), Token);
        (await versions.FindAsync(first.ShownHash + "0000", Noon, Token)).ShouldNotBeNull().Lookup.ShouldBe("unreadable");
    }

    private static async Task<AppliedConfiguration> ApplyAsync(
        ConfigurationStore store, AppliedConfiguration? known, string content, DateTimeOffset now) =>
        (await store.ApplyAsync(known, System.Text.Encoding.UTF8.GetBytes(content), "kim", $"team {content}", now, Token))
            .ShouldBeOfType<ConfigurationApplyResult.Applied>().Version;
}
