using Shouldly;
using Watchkeeper.Cli.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>One incident of the story in full.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class ShowRunTests(StoryFixture story)
{
    private const string Order = "alarm-eventbridge/010-order-cpu-high-alarm.json";

    [Fact]
    public async Task The_timeline_is_newest_first_and_names_each_decision()
    {
        using var asker = new Asker(story.Data);

        (await asker.ShowAsync(story.IncidentOf(Order), asJson: true)).ShouldBe(Answer.Yes);

        var report = asker.Json.Single();
        report.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("decision").GetString())
            .ShouldBe(["resolved", "reopened", "resolved", "escalated", "no-data", "opened"]);
        report.GetProperty("more_entries").GetInt32().ShouldBe(0);
        report.GetProperty("reactions").EnumerateArray().Select(reaction => reaction.GetProperty("status").GetString())
            .ShouldBe(["would-do", "would-do"]);
    }

    [Fact]
    public async Task What_the_timeline_does_not_show_is_counted_with_the_way_to_see_it()
    {
        using var asker = new Asker(story.Data);

        await asker.ShowAsync(story.IncidentOf(Order), entries: 2);

        asker.Lines.ShouldContain($"  4 older entries: incident {story.IncidentOf(Order)} --entries 6");
    }

    [Fact]
    public async Task A_bounced_mail_is_undelivered_with_its_diagnostic()
    {
        var bounced = story.IncidentOf("mail/020-db-cpu-mail-bounced-by-dmarc.json");
        using var asker = new Asker(story.Data);

        await asker.ShowAsync(bounced);

        asker.Output.ShouldContain(
            "mail operations@shop.example undelivered (1 attempt): "
            + "could not be delivered: bounced: Permanent, General: smtp; 550 5.7.26");
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("inc-*")]
    [InlineData("6afc")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_cannot_be_an_id_is_refused(string id)
    {
        using var asker = new Asker(story.Data);

        (await asker.ShowAsync(id), asker.Output).ShouldBe((Answer.Unclear, ""));
        asker.Errors.ShouldContain("20 hexadecimal digits");
    }

    [Fact]
    public async Task A_shortened_id_in_upper_case_is_found()
    {
        var id = story.IncidentOf(Order);
        using var asker = new Asker(story.Data);

        (await asker.ShowAsync(id[..14].ToUpperInvariant())).ShouldBe(Answer.Yes);

        asker.Lines[0].ShouldStartWith(id);
    }

    [Fact]
    public async Task Of_an_ambiguous_id_the_candidates_are_named()
    {
        using var asker = new Asker(story.Data);

        (await asker.ShowAsync("6afc26")).ShouldBe(Answer.Unclear);

        asker.Errors.ShouldContain("inc-6afc26ea7b856593a3ff CRITICAL open The root user was used");
        asker.Errors.ShouldContain("inc-6afc2659ea10a3d808fa HIGH open Console sign-in as the root user failed");
    }

    [Fact]
    public async Task An_unknown_id_is_answered_with_no()
    {
        using var asker = new Asker(story.Data);

        (await asker.ShowAsync("inc-00000000000000000000")).ShouldBe(Answer.No);
    }
}
