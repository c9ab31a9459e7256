using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>The real functions tell a group by a timer that a queue keeps back.</summary>
public sealed class GroupTimerTests
{
    private const string ByRegion = """
        receivers: [{name: ops, email_configs: [{to: ops@shop.example}]}]
        route: {receiver: ops, group_by: [region], group_wait: 2s, group_interval: 5s}
        """;

    [Fact]
    public async Task Groups_are_told_within_seconds_and_each_by_one_timer()
    {
        await using var run = await LiveRun.StartAsync(ByRegion);

        LiveRun.SentBy(await run.PostAlarmAsync()).ShouldBeEmpty();
        LiveRun.SentBy(await run.PostAlarmAsync()).ShouldBeEmpty();

        // Each look of a sweep would be a minute away.
        await run.UntilAsync(
            "a timer tells the two", () => Task.FromResult(Came(run).Any(came => came.GetProperty("Tried").GetInt32() == 1)));
        Came(run).ShouldAllBe(came => came.GetProperty("Due").GetInt32() == 1 && came.GetProperty("Rejected").GetInt32() == 0);
        (await run.EndAsync()).ShouldContain("\"dead_letters\":0");
    }

    private static IEnumerable<JsonElement> Came(LiveRun run) => run.Logged(407).Select(line => line.GetProperty("data"));
}
