using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Tests.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>What a silence would keep quiet, before anybody adds it.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class PreviewTests(StoryFixture story)
{
    [Fact] // alertmanager 814 and grafana 36046: look first. grafana 88679: also at what does not fire at this moment.
    public async Task A_preview_names_what_would_be_quiet_and_what_would_not_have_been_sent()
    {
        using var silencer = new Silencer(story.Data);

        (await silencer.PreviewAsync(["severity=critical"])).ShouldBe(Answer.Yes);

        silencer.Lines[0].ShouldBe("would be quiet now: 5 of 40 active incidents");
        silencer.Lines[1].ShouldBe("  inc-6afc26ea7b856593a3ff  CRITICAL  The root user was used");
        silencer.Lines[^1].ShouldBe(
            "in the last 7 days: 11 of 58 incidents, and 40 messages (20 mail, 20 sns) would not have been sent");
        silencer.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_is_as_many_messages_as_the_run_sent()
    {
        using var silencer = new Silencer(story.Data);

        await silencer.PreviewAsync(["severity=~\".+\""], asJson: true);

        var line = silencer.Json.ShouldHaveSingleItem();
        line.EnumerateObject().Select(property => property.Name).ShouldBe(
        [
            "matchers", "active", "matched", "incidents", "days", "recent", "recent_matched", "messages", "channels",
            "is_complete",
        ]);
        // As the last line of the run has it: 1 mail complained, 48 mail sent, 4 mail undelivered, 51 sns sent.
        (Number(line, "messages"), Number(line.GetProperty("channels"), "mail"), Number(line.GetProperty("channels"), "sns"))
            .ShouldBe((104, 53, 51));
        (Number(line, "active"), Number(line, "matched")).ShouldBe((40, 40));
        (Number(line, "recent"), Number(line, "recent_matched"), Number(line, "days")).ShouldBe((58, 58, 7));
        line.GetProperty("is_complete").GetBoolean().ShouldBeTrue();
        silencer.Errors.ShouldContain("silence add takes them only with --everything");
    }

    [Fact]
    public async Task Incidents_that_ended_are_seen_as_they_were()
    {
        using var silencer = new Silencer(story.Data);

        // It was opened high, became critical, and ended.
        await silencer.PreviewAsync(["name=shop-order-cpu-high", "severity=high"], asJson: true);
        await silencer.PreviewAsync(["name=shop-order-cpu-high"], asJson: true);

        var (high, whole) = (silencer.Json[0], silencer.Json[1]);
        Number(high, "matched").ShouldBe(0);
        Number(high, "recent_matched").ShouldBe(1);
        Number(high, "messages").ShouldBeInRange(1, Number(whole, "messages") - 1);
    }

    [Fact]
    public async Task Matchers_that_are_none_are_refused_and_doubts_are_said()
    {
        using var silencer = new Silencer(story.Data);

        (await silencer.PreviewAsync(["severity"])).ShouldBe(Answer.Unclear);
        (await silencer.PreviewAsync([])).ShouldBe(Answer.Unclear);
        (await silencer.PreviewAsync(["severty=high"])).ShouldBe(Answer.Yes);

        silencer.Errors.Split('\n').Select(line => line.Split(':')[0]).ShouldBe(
            ["matcher «severity»", "the matchers are missing", "no incident of the last 7 days has the label severty", ""]);
        silencer.Lines[0].ShouldBe("would be quiet now: 0 of 40 active incidents");
    }

    private static int Number(JsonElement line, string name) => line.GetProperty(name).GetInt32();
}
