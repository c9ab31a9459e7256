using System.Globalization;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.EndToEnd.Configured;

/// <summary>
/// Versions change while the real functions run. Functions look for a new one once a minute, so these tests take minutes.
/// </summary>
public sealed class LiveVersionTests
{
    // Many alarms in a minute, each of which must be told by itself.
    private const string Each = "storm_cap: {burst: 0}\nroute: {receiver: a}\n";
    private const string One = Each + "receivers: [{name: a, email_configs: [{to: one@shop.example}]}]\n";
    private const string Two = Each + "receivers: [{name: a, email_configs: [{to: two@shop.example}]}]\n";

    // The functions that an alarm reaches. They run when a version is applied, and log when they notice it.
    private static readonly string[] Reached = ["AlarmFunction", "NotifyFunction", "ReactFunction"];

    // Functions look once a minute, with the next event: seconds later on a busy machine.
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(80);

    private static ITestOutputHelper? Output => TestContext.Current.TestOutputHelper;

    [Fact]
    public async Task A_version_changes_where_the_next_message_goes_without_a_restart_and_a_rollback_takes_it_back()
    {
        await using var run = await LiveRun.StartAsync(One);
        LiveRun.SentBy(await run.PostAlarmAsync()).ShouldBe(["mail one@shop.example"]);

        (await run.AskAsync("config", "apply", run.Write("two.yaml", Two), "--comment", "night shift", "--as", "ana"))
            .ShouldStartWith("applied; functions notice within a minute: version 2 (");
        var moved = await UntilMailsGoToAsync(run, "two@shop.example", version: 2);
        (await run.AskAsync("config", "rollback", "--as", "bo")).ShouldContain("version 3 (");
        await UntilMailsGoToAsync(run, "one@shop.example", version: 3);

        await TheTableHoldsEachVersionAsync(run);
        var why = await run.AskAsync("why", moved.GetProperty("event_id").GetString()!);
        why.ShouldContain("version 2 (");
        why.ShouldContain("by ana");
        await run.EndAsync();
    }

    [Fact]
    public async Task A_damaged_version_leaves_the_last_good_one_in_force_and_is_an_incident_until_one_can_be_used()
    {
        await using var run = await LiveRun.StartAsync(One);
        (await run.AskAsync("config", "apply", run.Write("two.yaml", Two), "--as", "ana")).ShouldContain("version 2 (");
        await run.TableAsync(
            "update-item", "--key", """{"pk":{"S":"V#"},"sk":{"S":"HEAD"}}""",
            "--update-expression", "SET br = :damaged", "--expression-attribute-values", """{":damaged":{"B":"aGVsbG8="}}""");

        var incident = default(JsonElement);
        await run.UntilAsync("the sweep opens an incident", async () =>
        {
            // Each message meanwhile goes where the last good version says.
            LiveRun.SentBy(await run.PostAlarmAsync()).ShouldBe(["mail one@shop.example"]);
            return (incident = await OwnIncidentAsync(run)).ValueKind is JsonValueKind.Object;
        });
        run.InForceSince(2).ShouldBeEmpty();
        incident.GetProperty("severity").GetString().ShouldBe("high");
        incident.GetProperty("title").GetString()!.ShouldStartWith("Configuration version 2 (");

        (await run.AskAsync("config", "apply", run.Write("three.yaml", Two), "--as", "bo")).ShouldContain("version 3 (");
        await run.UntilAsync(
            "the incident ends", async () => (await OwnIncidentAsync(run)).ValueKind is JsonValueKind.Undefined);
        await UntilMailsGoToAsync(run, "two@shop.example", version: 3);
        var report = JsonElement.Parse(await run.AskAsync(
            "incident", incident.GetProperty("id").GetString()!, "--output", "json"));
        report.GetProperty("incident").GetProperty("status").GetString().ShouldBe("resolved");
        await run.EndAsync();
    }

    private static async Task<JsonElement> OwnIncidentAsync(LiveRun run) =>
        (await run.AskAsync("incidents", "--filter", "kind=unusable-configuration", "--output", "json"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
            .SingleOrDefault(line => line.TryGetProperty("id", out _));

    /// <summary>
    /// Posts events until mails go to an address, and all functions that the events reach use the version; returns the last
    /// alarm.
    /// </summary>
    private static async Task<JsonElement> UntilMailsGoToAsync(LiveRun run, string address, int version)
    {
        var applied = await AppliedAtAsync(run, version);
        var result = default(JsonElement);
        await run.UntilAsync($"mails go to {address}", async () =>
        {
            result = await run.PostAlarmAsync();
            return LiveRun.SentBy(result).SequenceEqual([$"mail {address}"])
                && Reached.All(run.InForceSince(version).ContainsKey);
        });
        var since = run.InForceSince(version);
        foreach (var (function, at) in since.OrderBy(each => each.Value))
            Output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"version {version}: {function} after {at - applied}"));
        since.Where(each => Reached.Contains(each.Key)).ShouldAllBe(each => each.Value - applied < Noticed);
        return result;
    }

    private static async Task<DateTimeOffset> AppliedAtAsync(LiveRun run, int version) => (await HistoryAsync(run))
        .Single(each => each.GetProperty("version").GetInt32() == version).GetProperty("applied_at").GetDateTimeOffset();

    private static async Task<List<JsonElement>> HistoryAsync(LiveRun run) =>
    [
        .. (await run.AskAsync("config", "history", "--output", "json"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)),
    ];

    // AWS's own command line reads what was stored.
    private static async Task TheTableHoldsEachVersionAsync(LiveRun run)
    {
        var history = await HistoryAsync(run);
        var entries = JsonElement.Parse(await run.TableAsync(
            "query", "--key-condition-expression", "pk = :versions", "--no-scan-index-forward",
            "--expression-attribute-values", """{":versions":{"S":"V#N"}}"""));
        var head = JsonElement.Parse(await run.TableAsync("get-item", "--key", """{"pk":{"S":"V#"},"sk":{"S":"HEAD"}}"""));

        var rows = entries.GetProperty("Items").EnumerateArray().Select(Row).ToList();
        rows.Select(row => (row.Number, row.By)).ShouldBe([("3", "bo"), ("2", "ana"), ("1", Environment.UserName)]);
        rows.Select(row => row.Hash).ShouldBe(history.Select(each => each.GetProperty("hash").GetString()!));
        Row(head.GetProperty("Item")).ShouldBe(rows[0]);
        rows[0].Hash.ShouldBe(rows[2].Hash);
    }

    private static (string Number, string Hash, string By) Row(JsonElement item) => (
        item.GetProperty("v").GetProperty("N").GetString()!, item.GetProperty("h").GetProperty("S").GetString()!,
        item.GetProperty("by").GetProperty("S").GetString()!);
}
