using Shouldly;
using Watchkeeper.Cli.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>A day's decisions are listed as the run counted them.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class DecisionsRunTests(StoryFixture story)
{
    private static readonly DayRange Day = DayRange.Parse("2026-11-17", "UTC");

    [Fact]
    public async Task The_day_of_the_story_lists_its_decisions_and_sums_them()
    {
        using var asker = new Asker(story.Data);

        (await ListAsync(asker)).ShouldBe(Answer.Yes);

        asker.Lines[0].ShouldMatch("^decided +id +decision +end +incident +what$");
        var sums = asker.Lines.SkipWhile(line => !line.EndsWith(" decisions on 2026-11-17 (UTC)", StringComparison.Ordinal));
        var count = int.Parse(sums.First().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        asker.Lines.TakeWhile(line => !line.EndsWith("(UTC)", StringComparison.Ordinal)).Count().ShouldBe(count + 1);
        sums.Skip(1).Select(line => int.Parse(line.Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).Sum()
            .ShouldBe(count);
        asker.Output.ShouldContain("  18 resolved: the source reports that nothing is wrong any more\n");
    }

    [Fact]
    public async Task Each_line_ends_as_why_says_of_its_event()
    {
        using var asker = new Asker(story.Data);
        await ListAsync(asker, AnswerFormat.Json);
        var lines = asker.Json.ToList();
        lines.Count.ShouldBeGreaterThan(100);

        foreach (var group in lines.GroupBy(line => line.GetProperty("event").GetString()!).Where(group => group.Count() == 1))
        {
            using var why = new Asker(story.Data);
            await why.WhyAsync(group.Key, asJson: true);
            var parts = why.Json.Single().GetProperty("parts").EnumerateArray().ToList();
            parts.ShouldHaveSingleItem(group.Key).GetProperty("end").GetRawText()
                .ShouldBe(group.Single().GetProperty("end").GetRawText(), group.Key);
        }
    }

    [Fact]
    public async Task A_line_holds_the_whole_signal_and_the_severity_that_it_was_given()
    {
        using var asker = new Asker(story.Data);

        await ListAsync(asker, AnswerFormat.Json, "another-act");

        var lines = asker.Json.ToList();
        lines.ShouldNotBeEmpty();
        foreach (var line in lines)
        {
            line.GetProperty("decision").GetString().ShouldBe("another-act");
            line.GetProperty("configuration").GetString()!.Length.ShouldBe(10);
            line.GetProperty("severity").GetString().ShouldBeOneOf("info", "low", "medium", "high", "critical");
            var signal = line.GetProperty("signal");
            signal.GetProperty("condition").GetString().ShouldBe("firing");
            signal.GetProperty("nature").GetString().ShouldBe("event");
            signal.GetProperty("labels").GetProperty("actor").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task A_limit_says_how_many_are_left()
    {
        using var asker = new Asker(story.Data);

        await ListAsync(asker, AnswerFormat.Csv, "resolved", limit: 2);

        asker.Lines.Length.ShouldBe(3);
        asker.Lines[0].ShouldStartWith("decided_at,event,decision,end,end_reason,incident,severity,");
        asker.Lines[1].Split(',')[2].ShouldBe("resolved");
        asker.Errors.ShouldBe("16 more: raise --limit\n");
    }

    [Fact]
    public async Task An_unknown_decision_is_named()
    {
        using var asker = new Asker(story.Data);

        (await ListAsync(asker, AnswerFormat.Json, "opend")).ShouldBe(Answer.Yes);

        (asker.Output, asker.Errors).ShouldBe(("", "no event of the day was decided «opend»\n"));
    }

    [Fact]
    public async Task A_narrow_terminal_keeps_the_ids_whole()
    {
        using var asker = new Asker(story.Data, width: 80);
        using var whole = new Asker(story.Data);

        await ListAsync(asker, limit: 5);
        await ListAsync(whole, AnswerFormat.Json, limit: 5);

        foreach (var line in whole.Json)
            asker.Output.ShouldContain(line.GetProperty("event").GetString()!);
        asker.Lines.TakeWhile(line => !line.EndsWith("(UTC)", StringComparison.Ordinal)).ShouldAllBe(line => line.Length <= 80);
    }

    private static Task<Answer> ListAsync(
        Asker asker, AnswerFormat format = AnswerFormat.Text, string? decision = null, int limit = 1000) =>
        asker.AskAsync((store, _, cancellation) => new DecisionsRun(store, asker.Screen).RunAsync(
            Day, decision is null ? [] : [decision], limit, format, cancellation));
}
