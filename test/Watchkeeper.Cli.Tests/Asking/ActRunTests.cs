using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Incidents;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>The result of the write is the answer, and of two operators the first wins.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class ActRunTests(StoryFixture story)
{
    private const string Root = "inc-6afc26ea7b856593a3ff";
    private const string StillFiring = "inc-6afc1f572d144e8e87f8";
    private const string Ended = "inc-6afc0d04d84891fb3f11";

    [Fact]
    public async Task The_second_operator_hears_who_was_first_and_when()
    {
        using var asker = new Asker(story.Copy());

        (await asker.ActAsync(OperatorVerb.Acknowledge, "6afc26ea7b", "alice")).ShouldBe(Answer.Yes);
        (await asker.ActAsync(OperatorVerb.Acknowledge, "6afc26ea7b", "bob")).ShouldBe(Answer.No);

        asker.Lines.ShouldBe([$"{Root}  CRITICAL  The root user was used: acknowledged by alice"]);
        asker.Errors.ShouldMatch($"^{Root} CRITICAL The root user was used: acknowledged by alice \\d+ s ago \\(..:..:..Z\\)\n$");
    }

    [Fact]
    public async Task An_operator_in_AWS_is_shown_by_the_short_name_and_recorded_with_the_ARN()
    {
        const string anna = "anna (arn:aws:iam::123456789012:user/anna)";
        const string foreign = "ben (arn:aws:sts::210987654321:assumed-role/Operators/ben)";
        var data = story.Copy();
        using var text = new Asker(data);
        using var json = new Asker(data);

        await text.ActAsync(OperatorVerb.Acknowledge, Root, anna);
        await text.ActAsync(OperatorVerb.Acknowledge, Root, foreign);
        await text.ActAsync(OperatorVerb.Comment, Root, foreign, "looking too");
        await text.ActAsync(OperatorVerb.Resolve, Root, foreign, "done");
        await text.ActAsync(OperatorVerb.Resolve, Root, anna, "again");
        await text.ShowAsync(Root);
        await json.ShowAsync(Root, asJson: true);

        (text.Output + text.Errors).ShouldNotContain("user/anna");
        (text.Output + text.Errors).ShouldNotContain("assumed-role");
        text.Lines[0].ShouldEndWith(": acknowledged by anna");
        text.Errors.ShouldContain(": acknowledged by anna ");
        text.Errors.ShouldContain(" by ben (210987654321)");
        text.Output.ShouldContain("commented «ben (210987654321): looking too»");
        var incident = json.Json.Single().GetProperty("incident");
        (incident.GetProperty("acknowledged_by").GetString(), incident.GetProperty("description").GetString())
            .ShouldBe((anna, $"{foreign}: done"));
    }

    [Fact]
    public async Task The_same_operator_again_succeeds_and_changes_nothing()
    {
        using var asker = new Asker(story.Copy());
        await asker.ActAsync(OperatorVerb.Acknowledge, Root, "alice", asJson: true);
        (await asker.ActAsync(OperatorVerb.Acknowledge, Root, "alice", asJson: true)).ShouldBe(Answer.Yes);

        var lines = asker.Json.ToList();
        lines.Count.ShouldBe(2);
        lines.ShouldAllBe(line => line.GetProperty("result").GetString() == "done");
        lines.Select(line => line.GetProperty("incident").GetProperty("acknowledged_at").GetString()).Distinct()
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_still_fires_is_resolved_only_with_a_reason()
    {
        using var asker = new Asker(story.Copy());

        (await asker.ActAsync(OperatorVerb.Resolve, StillFiring, "alice")).ShouldBe(Answer.Unclear);
        asker.Errors.ShouldContain("its source still reports it; say with --reason why");
        (await asker.ActAsync(OperatorVerb.Resolve, StillFiring, "alice", "the disk was enlarged", asJson: true))
            .ShouldBe(Answer.Yes);

        var incident = asker.Json.Single().GetProperty("incident");
        (incident.GetProperty("status").GetString(), incident.GetProperty("description").GetString())
            .ShouldBe(("resolved", "alice: the disk was enlarged"));
    }

    [Fact]
    public async Task What_has_ended_says_when_and_by_whom()
    {
        using var asker = new Asker(story.Copy());
        await asker.ActAsync(OperatorVerb.Resolve, Root, "alice", "it was the yearly check");

        (await asker.ActAsync(OperatorVerb.Acknowledge, Ended, "bob")).ShouldBe(Answer.No);
        (await asker.ActAsync(OperatorVerb.Comment, Root, "bob", "really?")).ShouldBe(Answer.No);

        asker.Errors.ShouldContain(
            $"{Ended} CRITICAL CPUUtilization of shop-order-asg: ended at 2026-11-17 09:20:00Z by the source\n");
        asker.Errors.ShouldMatch($"{Root} CRITICAL The root user was used: ended at [-0-9: ]+Z by alice\n");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\u200b \n", "is empty")]
    public async Task A_name_that_nobody_can_read_is_refused(string who, string error)
    {
        using var asker = new Asker(story.Copy());

        (await asker.ActAsync(OperatorVerb.Acknowledge, Root, who)).ShouldBe(Answer.Unclear);

        asker.Errors.ShouldContain(error);
    }

    [Fact]
    public async Task A_text_that_would_be_cut_is_refused_with_the_limit()
    {
        using var asker = new Asker(story.Copy());

        (await asker.ActAsync(OperatorVerb.Comment, Root, "bob", new string('x', 508))).ShouldBe(Answer.Unclear);
        (await asker.ActAsync(OperatorVerb.Comment, Root, "bob", new string('x', 507), asJson: true)).ShouldBe(Answer.Yes);

        asker.Errors.ShouldContain("the text has 508 characters, but at most 507 are recorded.");
        asker.Json.Single().GetProperty("incident").GetProperty("description").GetString()
            .ShouldBe("bob: " + new string('x', 507));
    }

    [Fact]
    public async Task Hostile_characters_of_a_comment_are_not_recorded()
    {
        using var asker = new Asker(story.Copy());

        await asker.ActAsync(OperatorVerb.Comment, Root, "bob", "one\ntwo \u202Ethree\u001b[31m", asJson: true);

        asker.Json.Single().GetProperty("incident").GetProperty("description").GetString()
            .ShouldBe("bob: one two three [31m");
    }

    [Fact]
    public async Task An_unknown_incident_is_bad_usage()
    {
        using var asker = new Asker(story.Data);

        (await asker.ActAsync(OperatorVerb.Acknowledge, "inc-00000000000000000000", "bob")).ShouldBe(Answer.Unclear);
    }
}
