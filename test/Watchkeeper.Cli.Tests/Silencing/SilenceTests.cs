using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Tests.Asking;
using Watchkeeper.Muting;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>The life of silences over a real run: added, listed, extended, ended.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class SilenceTests(StoryFixture story)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact] // alertmanager 190 and 953: one sees at once, and with a number, what a silence keeps quiet.
    public async Task An_added_silence_says_until_when_it_holds_and_what_is_quiet_now()
    {
        using var silencer = new Silencer(story.Copy());

        (await silencer.AddAsync(Silencer.Draft("severity=critical"))).ShouldBe(Answer.Yes);

        silencer.Lines[0].ShouldMatch(
            "^sil-[0-9a-f]{16}  silenced until 2026-11-18 [0-9:]{8}Z \\(2h\\): severity=\"critical\"$");
        silencer.Lines[1..].ShouldBe(
        [
            "quiet now: 5 of 40 active incidents",
            "  inc-6afc26ea7b856593a3ff  CRITICAL  The root user was used",
            "  inc-6afc27121dd321e4a76c  CRITICAL  Access key of the root user created",
            "  inc-6afc27712b5725ffcb07  CRITICAL  CloudTrail stopped or deleted",
            "  inc-6afc2a50897fb9a42ab3  CRITICAL  Account leaves its organisation",
            "  inc-6afc2af09855089408ad  CRITICAL  CloudTrail stopped or deleted",
        ]);
        silencer.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_JSON_of_an_added_silence_has_these_fields()
    {
        using var silencer = new Silencer(story.Copy());

        await silencer.AddAsync(Silencer.Draft("source=alarm") with { From = "2027-01-01T00:00Z" }, asJson: true);

        var line = silencer.Json.ShouldHaveSingleItem();
        Names(line).ShouldBe(["result", "silence", "active", "matched", "is_complete", "incidents"]);
        var silence = line.GetProperty("silence");
        Names(silence).ShouldBe(
            ["id", "state", "matchers", "starts_at", "ends_at", "by", "reason", "changed_by", "changed_at", "quiets"]);
        (silence.GetProperty("state").GetString(), silence.GetProperty("quiets").GetInt32()).ShouldBe(("pending", 0));
        silence.GetProperty("starts_at").GetString().ShouldBe("2027-01-01T00:00:00Z");
        silence.GetProperty("ends_at").GetString().ShouldBe("2027-01-01T02:00:00Z");
        silence.GetProperty("matchers").EnumerateArray().Single().GetString().ShouldBe("source=\"alarm\"");
        (Text(line, "result"), line.GetProperty("active").GetInt32(), line.GetProperty("is_complete").GetBoolean())
            .ShouldBe(("added", 40, true));
        (line.GetProperty("matched").GetInt32(), line.GetProperty("incidents").GetArrayLength()).ShouldBe((7, 7));
    }

    [Fact]
    public async Task More_incidents_than_are_shown_are_counted()
    {
        using var silencer = new Silencer(story.Copy());

        await silencer.AddAsync(Silencer.Draft("severity=~\".+\"") with { IsForEverything = true });

        silencer.Lines[1].ShouldBe("quiet now: 40 of 40 active incidents");
        silencer.Lines[^1].ShouldBe("  and 30 more");
    }

    [Fact] // block/proto-fleet 462: a silence on a label that nothing has was taken, and did nothing.
    public async Task A_misspelt_label_or_value_is_taken_and_doubted()
    {
        using var silencer = new Silencer(story.Copy());

        await silencer.AddAsync(Silencer.Draft("severty=critical"));
        await silencer.AddAsync(Silencer.Draft("severity=critcal"));
        await silencer.AddAsync(Silencer.Draft("severity!=critcal", "source=alarm"));
        // What ended in the last days is known too.
        await silencer.AddAsync(Silencer.Draft("name=shop-order-cpu-high"));

        silencer.Errors.ShouldBe(
            "no incident of the last 7 days has the label severty: did you mean severity?\n"
            + "no incident of the last 7 days has severity=\"critcal\": did you mean critical?\n"
            + "severity!=\"critcal\" leaves no incident of the last 7 days out: did you mean critical?\n");
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_added()
    {
        using var silencer = new Silencer(story.Copy());

        (await silencer.AddAsync(
            Silencer.Draft("severity=~\"[\"") with { From = "noon", For = "2x", Reason = "" }, who: "")).ShouldBe(Answer.Unclear);
        (await silencer.AddAsync(Silencer.Draft("severity=~\".+\""))).ShouldBe(Answer.Unclear);
        (await silencer.AddAsync(Silencer.Draft() with { For = null })).ShouldBe(Answer.Unclear);
        await silencer.ListAsync();

        silencer.Errors.Split('\n').Select(line => line.Split(' ', 2)[0]).ShouldBe(
            ["matcher", "--from", "--for", "the", "--reason", "--everything", "the", "--for", ""]);
        silencer.Output.ShouldBe("no silences\n");
    }

    [Fact] // alertmanager 1120: what ends soon comes first.
    public async Task The_list_has_the_first_to_end_first_and_what_each_keeps_quiet()
    {
        var data = story.Copy();
        var late = await Silencer.AddedAsync(data, Silencer.Draft("severity=critical") with { For = "1d" });
        var soon = await Silencer.AddedAsync(data, Silencer.Draft("name=gone") with { Reason = "moved" }, "bo");
        var pending = await Silencer.AddedAsync(data, Silencer.Draft("severity=critical") with { From = "2027-01-01T00:00Z" });
        using var silencer = new Silencer(data);
        using var json = new Silencer(data);

        (await silencer.ListAsync()).ShouldBe(Answer.Yes);
        await json.ListAsync(asJson: true);

        json.Json.Select(line => (Text(line, "id"), Text(line, "state"), line.GetProperty("quiets").GetInt32()))
            .ShouldBe([(soon, "active", 0), (late, "active", 5), (pending, "pending", 0)]);
        silencer.Lines.Length.ShouldBe(4);
        silencer.Lines[0].ShouldMatch("^id +state +from +until +quiet now +by +reason +matchers$");
        silencer.Lines[1].ShouldMatch(
            $"^{soon}  active +2026-11-18 ..:..Z +2026-11-18 ..:..Z \\(in 1 h\\) +0 +bo +moved +name=\"gone\"$");
    }

    [Fact] // Silences that would keep an incident with some labels quiet, as amtool's query.
    public async Task Silences_are_asked_by_the_labels_of_an_incident()
    {
        var data = story.Copy();
        var orders = await Silencer.AddedAsync(data, Silencer.Draft("service=orders", "severity!=critical"));
        await Silencer.AddedAsync(data, Silencer.Draft("service=web"));
        using var silencer = new Silencer(data);

        await silencer.ListAsync(matching: LabelSet.Empty.With("service", "orders").With("severity", "high"), asJson: true);
        await silencer.ListAsync(matching: LabelSet.Empty.With("service", "orders").With("severity", "critical"), asJson: true);

        silencer.Json.Select(line => Text(line, "id")).ShouldBe([orders]);
    }

    [Fact] // alertmanager 996 and 3614: those that are over are in nobody's way, and still there for whoever asks why.
    public async Task What_is_over_is_listed_on_demand_the_last_first()
    {
        var data = story.Copy();
        var one = await Silencer.AddedAsync(data, Silencer.Draft("a=b"));
        var two = await Silencer.AddedAsync(data, Silencer.Draft("a=c"));
        using var silencer = new Silencer(data);
        await silencer.ExpireAsync(one, "alex");
        await silencer.ExpireAsync(two, "bo");
        using var json = new Silencer(data);

        await json.ListAsync(asJson: true);
        json.Json.ShouldBeEmpty();
        await json.ListAsync(past: 10, asJson: true);
        json.Json.Select(line => (Text(line, "id"), Text(line, "state"), Text(line, "changed_by")))
            .ShouldBe([(two, "expired", "bo"), (one, "expired", "alex")]);
        json.Json.ShouldAllBe(line => line.GetProperty("quiets").ValueKind == JsonValueKind.Null);
        using var limited = new Silencer(data);
        await limited.ListAsync(past: 1);
        limited.Lines.Length.ShouldBe(2);
        limited.Errors.ShouldBe("there may be older ones: --limit 2\n");
    }

    [Fact] // alertmanager 1298: a changed silence had a new id, and scripts held the old one.
    public async Task An_extended_silence_keeps_its_id_which_may_be_shortened()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(data, Silencer.Draft("severity=critical"));
        using var silencer = new Silencer(data);
        using var json = new Silencer(data);

        (await silencer.ExtendAsync(id["sil-".Length..^2], "1d")).ShouldBe(Answer.Yes);
        (await json.ExtendAsync(id.ToUpperInvariant(), null, "2026-12-01T00:00+08:00", asJson: true)).ShouldBe(Answer.Yes);

        silencer.Lines.ShouldHaveSingleItem()
            .ShouldMatch($"^{id}  severity=\"critical\": silenced until 2026-11-19 [0-9:]{{8}}Z \\(1d from now\\)$");
        var line = json.Json.ShouldHaveSingleItem();
        Names(line).ShouldBe(["result", "actor", "message", "silence", "command"]);
        (Text(line, "result"), Text(line, "actor"), line.GetProperty("command").ValueKind)
            .ShouldBe(("extended", "alex", JsonValueKind.Null));
        var silence = line.GetProperty("silence");
        (Text(silence, "id"), Text(silence, "ends_at"), Text(silence, "by"), Text(silence, "changed_by"))
            .ShouldBe((id, "2026-11-30T16:00:00Z", "kim", "alex"));
    }

    [Fact]
    public async Task A_shorter_end_is_no_extension()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(data, Silencer.Draft("a=b"));
        using var silencer = new Silencer(data);

        (await silencer.ExtendAsync(id, "1h")).ShouldBe(Answer.Unclear);
        (await silencer.ExtendAsync(id, "999w")).ShouldBe(Answer.Unclear);
        (await silencer.ExtendAsync(id, "3h", who: "\u200b")).ShouldBe(Answer.Unclear);

        silencer.Errors.Split('\n').Select(line => line.Split(':')[0]).ShouldBe(
        [
            "--for ends before the silence does", "--for is more than a year",
            "the owner's name holds a character that nobody sees, U+200B", "",
        ]);
    }

    [Fact] // alertmanager 578: what was ended is ended at once. 616 and 783: also what has not begun.
    public async Task An_ended_silence_is_over_at_once()
    {
        var data = story.Copy();
        var active = await Silencer.AddedAsync(data, Silencer.Draft("severity=critical"));
        var pending = await Silencer.AddedAsync(data, Silencer.Draft("a=b") with { From = "2027-01-01T00:00Z" });
        using var silencer = new Silencer(data);

        (await silencer.ExpireAsync(active)).ShouldBe(Answer.Yes);
        (await silencer.ExpireAsync(pending)).ShouldBe(Answer.Yes);
        await silencer.ListAsync();

        silencer.Lines.ShouldBe(
        [
            $"{active}  severity=\"critical\": ended; what still fires is told within a minute",
            $"{pending}  a=\"b\": ended; what still fires is told within a minute",
            "no silences",
        ]);
    }

    [Fact]
    public async Task What_has_ended_says_when_and_by_whom()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(data, Silencer.Draft("a=b"));
        using var silencer = new Silencer(data);
        await silencer.ExpireAsync(id, "alex");

        (await silencer.ExpireAsync(id, "bo")).ShouldBe(Answer.No);

        silencer.Errors.ShouldMatch($"^{id} a=\"b\": ended \\d+ s ago \\(..:..:..Z\\), by alex\n$");
    }

    [Fact] // alertmanager 1270: whoever adds an ended silence again should not type its matchers again.
    public async Task Extending_what_has_ended_prints_the_command_for_a_new_one()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(
            data, Silencer.Draft("severity=~\"low|medium\"", "name=\"it's  two\"") with { Reason = "kim's" });
        using var silencer = new Silencer(data);
        using var json = new Silencer(data);
        await silencer.ExpireAsync(id);

        (await silencer.ExtendAsync(id, "1h")).ShouldBe(Answer.No);
        (await json.ExtendAsync(id, null, "2026-12-01T00:00Z", asJson: true)).ShouldBe(Answer.No);

        silencer.Lines[^1].ShouldBe(
            "watchkeeper silence add 'severity=~\"low|medium\"' 'name=\"it'\\''s  two\"' --for 1h --reason 'kim'\\''s' --data "
            + data);
        silencer.Errors.ShouldEndWith(", by alex; a new one with the same matchers:\n");
        Text(json.Json.ShouldHaveSingleItem(), "result").ShouldBe("ended");
        Text(json.Json[0], "command").ShouldNotBeNull().ShouldContain(" --until 2026-12-01T00:00Z --reason ");
    }

    [Fact]
    public async Task Whoever_is_overtaken_hears_by_whom_and_when()
    {
        var data = story.Copy();
        var id = await Silencer.AddedAsync(data, Silencer.Draft("a=b"));
        using var silencer = new Silencer(data);

        (await silencer.ExtendAsync(id, "1d", who: "bo", meanwhile: store => ChangeAsync(store, hours: 5))).ShouldBe(Answer.No);
        (await silencer.ExpireAsync(id, "bo", asJson: true, meanwhile: store => ChangeAsync(store, hours: null)))
            .ShouldBe(Answer.No);

        silencer.Errors.ShouldMatch(
            $"^{id} a=\"b\": alex made it last until 2026-11-18 [0-9:]{{8}}Z \\d+ s ago \\(..:..:..Z\\); nothing was changed\n"
            + $"{id} a=\"b\": alex ended it \\d+ s ago \\(..:..:..Z\\); nothing was changed\n$");
        (Text(silencer.Json.ShouldHaveSingleItem(), "result"), Text(silencer.Json[0].GetProperty("silence"), "state"))
            .ShouldBe(("overtaken", "expired"));
    }

    [Theory]
    [InlineData("sil-00000", "is no silence's id: it is sil- and 16 hexadecimal digits")]
    [InlineData("inc-6afc26ea7b856593a3ff", "is no silence's id")]
    [InlineData("sil-0123456789abcdef0", "is no silence's id")]
    [InlineData("sil-0123456789abcdef", "There is no silence «sil-0123456789abcdef»")]
    public async Task An_id_that_means_nothing_is_refused(string id, string error)
    {
        using var silencer = new Silencer(story.Data);

        (await silencer.ExpireAsync(id)).ShouldBe(Answer.Unclear);

        silencer.Errors.ShouldContain(error);
    }

    [Fact]
    public async Task An_id_that_several_silences_begin_with_is_refused_with_theirs()
    {
        var data = story.Copy();
        var one = await Silencer.AddedAsync(data, Silencer.Draft("a=b"));
        var two = await Silencer.AddedAsync(data, Silencer.Draft("a=c"));
        using var silencer = new Silencer(data);

        (await silencer.ExpireAsync(one[..10])).ShouldBe(Answer.Unclear);

        silencer.Errors.ShouldContain($"Several silences begin with «{one[..10]}»; give more of the id: ");
        silencer.Errors.ShouldContain($"{one} (kim: deploying)");
        silencer.Errors.ShouldContain($"{two} (kim: deploying)");
    }

    private static async Task ChangeAsync(IIncidentStore store, int? hours)
    {
        var silence = (await store.Silences.ListAsync(Token)).Silences.ShouldHaveSingleItem();
        var end = hours is { } more ? silence.EndsAt.AddHours(more) : silence.StartsAt.AddMilliseconds(1);
        var now = silence.StartsAt.AddMilliseconds(1);
        var after = silence with { EndsAt = end, ChangedBy = "alex", ChangedAt = now };
        (await store.Silences.ReplaceAsync(silence, after, now, Token)).ShouldBeOfType<SilenceWriteResult.Written>();
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static IEnumerable<string> Names(JsonElement line) => line.EnumerateObject().Select(property => property.Name);
}
