using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Run;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>Every event of the story is explained, and ends as the run counted it.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class WhyRunTests(StoryFixture story)
{
    private const string Unrouted = "60ee0428-8f1d-40e8-a4dc-d309d8648899";
    private const string Muted = "alarm-eventbridge/310-checkout-abandoned-custom-alarm-muted.json";
    private const string Suppressed = "alarm-eventbridge/050-order-down-composite-alarm-suppressed.json";
    private const string Duplicate = "alarm-eventbridge/011-order-cpu-high-alarm-delivered-twice.json";

    [Fact]
    public async Task Every_event_has_one_end_and_it_is_the_one_that_the_run_counted()
    {
        // The events that a run feeds under one id are one event; mails' fates are no events of incidents.
        var events = story.Lines.Where(IsOfIncidents).GroupBy(line => line.GetProperty("event_id").GetString()!)
            .Where(group => group.Select(line => line.GetProperty("file").GetString()).Distinct().Count() == 1).ToList();
        events.Count.ShouldBeGreaterThan(90);

        foreach (var group in events)
        {
            using var asker = new Asker(story.Data);
            (await asker.WhyAsync(group.Key, asJson: true)).ShouldBe(Answer.Yes, group.Key);
            var end = asker.Json.Single().GetProperty("end");
            var kind = end.GetProperty("kind").GetString();
            foreach (var line in group.Take(1))
            {
                var outcome = line.GetProperty("outcome").GetString();
                var reason = line.GetProperty("reason").GetString();
                if (outcome is "suppressed" or "ignored")
                    (kind, end.GetProperty("reason").GetString()).ShouldBe(("suppressed", reason));
                else if (outcome is "merged" && group.Count() == 1)
                    kind.ShouldBe("merged");
                else if (outcome is "recorded")
                    kind.ShouldBeOneOf("notified", "suppressed", end.GetProperty("reason").GetString() is "storm-cap" ? "merged" : "notified");
            }
        }
    }

    [Fact]
    public async Task A_muted_event_names_the_mute_and_its_end()
    {
        using var asker = new Asker(story.Data);

        (await asker.WhyAsync(story.EventOf(Muted))).ShouldBe(Answer.Yes);

        asker.Output.ShouldContain("notification  muted-at-source: ");
        asker.Output.ShouldContain("(muted: mute rule shop-release-window, until 2026-11-17 10:00:00Z)");
        asker.Lines[^1].ShouldBe("end           suppressed (muted-at-source): nobody was notified");
        asker.Lines.Count(line => line.StartsWith("end           ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_event_names_the_configuration_that_decided_it_and_says_if_it_is_not_the_one_in_force()
    {
        var data = story.Copy();
        var version = await VersionAsync(Muted, "alarm-eventbridge/010-order-cpu-high-alarm.json", Duplicate);
        (await VersionAsync("trail/120-trail-stopped.json")).ShouldNotBe(version, "detections count for calls");

        var (file, record) = (Path.Combine(data, "run.json"), RunRecord.Read(data)!);
        (record with { Configurations = record.Configurations.SetItem("AlarmFunction", "0000000000") }).Write(data);
        (await AskAsync(Muted)).ShouldContain($"configuration {version}\n", customMessage: "other functions have it");
        (record with { Configurations = record.Configurations.Clear().Add("AlarmFunction", "0000000000") }).Write(data);
        (await AskAsync(Muted)).ShouldContain($"configuration {version}, not the one in force now\n");
        File.Delete(file);
        (await AskAsync(Muted)).ShouldContain($"configuration {version}\n", customMessage: "nobody knows which one is in force");

        async Task<string> VersionAsync(params string[] files)
        {
            var found = new List<string>();
            foreach (var one in files)
            {
                using var asker = new Asker(data);
                await asker.WhyAsync(story.EventOf(one), asJson: true);
                var part = asker.Json.Single().GetProperty("parts").EnumerateArray().First();
                part.GetProperty("configuration_in_force").GetBoolean().ShouldBeTrue();
                found.Add(part.GetProperty("configuration").GetString()!);
            }

            return found.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        }

        async Task<string> AskAsync(string one)
        {
            using var asker = new Asker(data);
            await asker.WhyAsync(story.EventOf(one));
            return asker.Output;
        }
    }

    [Fact]
    public async Task A_suppressed_composite_alarm_names_its_suppressor()
    {
        using var asker = new Asker(story.Data);

        await asker.WhyAsync(story.EventOf(Suppressed));

        asker.Output.ShouldContain("(muted: suppressor (WaitPeriod: Actions suppressed by WaitPeriod))");
    }

    [Fact]
    public async Task An_event_that_was_delivered_twice_is_one_event()
    {
        using var asker = new Asker(story.Data);

        await asker.WhyAsync(story.EventOf(Duplicate), asJson: true);

        asker.Json.Single().GetProperty("delivered_again").GetInt32().ShouldBe(1);
        asker.Json.Single().GetProperty("parts").EnumerateArray().First()
            .GetProperty("incident").GetProperty("id").GetString().ShouldBe(story.IncidentOf(Duplicate));
    }

    [Fact]
    public async Task The_same_state_by_another_way_names_the_incident_that_has_it()
    {
        var id = story.EventOf("alarm-direct/050-order-down-composite-alarm-second-way.json");
        using var asker = new Asker(story.Data);

        await asker.WhyAsync(id);

        asker.Output.ShouldContain($"incident      {story.IncidentOf(Suppressed)} has it already, resolved now, CRITICAL");
        asker.Lines[^1].ShouldBe("end           merged (duplicate): an incident recorded it, and people know already");
    }

    [Fact]
    public async Task A_notified_event_names_receiver_channels_and_reaction()
    {
        using var asker = new Asker(story.Data);

        await asker.WhyAsync(story.EventOf(Duplicate), asJson: true);

        var part = asker.Json.Single().GetProperty("parts").EnumerateArray().First();
        part.GetProperty("receivers").EnumerateArray().Select(each => each.GetString()).ShouldBe(["default"]);
        part.GetProperty("deliveries").EnumerateArray().Select(each => each.GetProperty("channel").GetString()!.Split(' ')[0])
            .ShouldBe(["sns", "mail"]);
        part.GetProperty("reactions").EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("status").GetString().ShouldBe("would-do");
        part.GetProperty("severity").GetProperty("by").GetString().ShouldBe("as usual for its kind, cpu");
    }

    [Fact]
    public async Task An_unrouted_event_names_the_routes_that_were_tried_and_the_matcher_that_fails()
    {
        using var text = new Asker(story.Data);
        using var json = new Asker(story.Data);

        await text.WhyAsync(Unrouted);
        await json.WhyAsync(Unrouted, asJson: true);

        var at = Array.IndexOf(text.Lines, "routes        by the routes as they are now:");
        text.Lines[(at + 1)..(at + 3)].ShouldBe(
        [
            "              default: severity=~\"high|critical\" does not hold (medium)",
            "              planned: kind=\"health-scheduled-change\" does not hold (disk-read)",
        ]);
        var routes = json.Json.Single().GetProperty("parts")[0].GetProperty("routes");
        routes.GetProperty("as_of").GetString().ShouldBe("now");
        var tried = routes.GetProperty("tried")[0];
        routes.GetProperty("tried").GetArrayLength().ShouldBe(2);
        (tried.GetProperty("receiver").GetString(), tried.GetProperty("depth").GetInt32(),
            tried.GetProperty("outcome").GetString(), tried.GetProperty("failed").GetString(),
            tried.GetProperty("value").GetString())
            .ShouldBe(("default", 1, "does-not-match", "severity=~\"high|critical\"", "medium"));
    }

    [Fact]
    public async Task A_notified_event_names_the_route_that_takes_it_and_a_quiet_one_names_none()
    {
        using var notified = new Asker(story.Data);
        using var merged = new Asker(story.Data);

        await notified.WhyAsync(story.EventOf(Duplicate));
        await merged.WhyAsync(story.EventOf("alarm-direct/050-order-down-composite-alarm-second-way.json"));

        notified.Lines.ShouldContain("              default: takes it, severity=~\"high|critical\"");
        merged.Output.ShouldNotContain("routes  ");
    }

    [Fact]
    public async Task The_severity_of_an_act_comes_from_the_rule_of_its_detection()
    {
        using var asker = new Asker(story.Data);

        await asker.WhyAsync(story.EventOf("trail/120-trail-stopped.json"));

        asker.Lines.ShouldContain("severity      critical, by the rule of the detection trail-stopped");
    }

    [Fact]
    public async Task A_rejected_event_names_the_path_and_the_dead_letters()
    {
        var folder = story.Copy() + "-bad";
        var file = Path.Combine(Path.GetDirectoryName(folder)!, Path.GetRandomFileName() + ".json");
        var text = await File.ReadAllTextAsync(
            Watchkeeper.Testing.Repository.PathOf("events/alarm-eventbridge/010-order-cpu-high-alarm.json"),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file, text.Replace("\"alarmName\"", "\"alarmNom\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await StoryFixture.RunAsync(folder, file);
        using var asker = new Asker(folder);

        (await asker.WhyAsync("66288298-1e00-4ed4-a825-3f357cde217c")).ShouldBe(Answer.Yes);

        asker.Output.ShouldContain("rejected      $.detail.alarmName: is missing: expected the alarm's name");
        asker.Output.ShouldContain("the dead letters hold it");
        asker.Lines[^1].ShouldStartWith("end           failed (is missing");
    }

    [Theory]
    [InlineData("61ee3408-0000-0000-0000-000000000000")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("*")]
    [InlineData("inc-00000000000000000000")]
    public async Task Something_unknown_is_answered_with_no(string id)
    {
        using var asker = new Asker(story.Data);

        (await asker.WhyAsync(id), asker.Output).ShouldBe((Answer.No, ""));

        asker.Errors.ShouldBe($"no event of that id in the last 8 days, and no incident: «{id}»\n");
    }

    [Fact]
    public async Task An_id_in_upper_case_is_found()
    {
        using var asker = new Asker(story.Data);

        (await asker.WhyAsync(story.EventOf(Muted).ToUpperInvariant())).ShouldBe(Answer.Yes);
    }

    [Fact]
    public async Task An_incident_is_explained_by_its_last_message_and_its_quiet_entries()
    {
        using var asker = new Asker(story.Data);

        await asker.WhyAsync(story.IncidentOf(Duplicate)[4..14], asJson: true);

        var report = asker.Json.Single();
        report.GetProperty("last_notified").GetProperty("decision").GetString().ShouldBe("resolved");
        report.GetProperty("quiet").EnumerateArray()
            .Select(each => (each.GetProperty("reason").GetString(), each.GetProperty("entries").GetInt32()))
            .ShouldBe([("nothing-new", 1)]);
    }

    private static bool IsOfIncidents(JsonElement line) => line.GetProperty("event_id").GetString() is { Length: > 0 }
        && !line.GetProperty("file").GetString()!.StartsWith("mail/", StringComparison.Ordinal);
}
