using Shouldly;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Tests.Embedded;
using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>Lists of the story's incidents.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class ListRunTests(StoryFixture story)
{
    private const int ActiveIncidents = 40;
    private const string Muted = "alarm-eventbridge/310-checkout-abandoned-custom-alarm-muted.json";

    [Fact]
    public async Task Everything_active_is_listed_and_the_quiet_ones_say_why()
    {
        using var asker = new Asker(story.Data);

        (await asker.ListAsync()).ShouldBe(Answer.Yes);

        asker.Lines[^1].ShouldBe($"{ActiveIncidents} active incidents");
        asker.Lines.Length.ShouldBe(ActiveIncidents + 2);
        LineOf("The root user was used").ShouldNotContain("unrouted");
        LineOf("Lambda: the runtime of shop-payment").ShouldEndWith("  unrouted");

        string LineOf(string title) => asker.Lines.Single(line => line.Contains(title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_muted_incident_names_its_mute_rule()
    {
        var folder = story.Copy();
        // The sweep at the story's end ends the window; the event alone opens a muted incident.
        await StoryFixture.RunAsync(folder + "-muted", Watchkeeper.Testing.Repository.PathOf($"events/{Muted}"));
        using var asker = new Asker(folder + "-muted");

        await asker.ListAsync(asker.Active(AnswerFormat.Json));

        var line = asker.Json.Single();
        line.GetProperty("mute").GetString().ShouldBe("mute-rule");
        line.GetProperty("quiet").GetString().ShouldBe("muted: mute rule shop-release-window");
    }

    [Fact]
    public async Task Pages_hold_every_incident_once_and_only_the_last_has_no_next()
    {
        var (ids, after, pages) = (new List<string>(), (string?)null, 0);
        do
        {
            using var asker = new Asker(story.Data);
            await asker.ListAsync(asker.Active(AnswerFormat.Json) with { Limit = 9, After = after });
            var lines = asker.Json.ToList();
            after = lines[^1].TryGetProperty("next", out var next) ? next.GetString() : null;
            ids.AddRange(
                lines.Where(line => line.TryGetProperty("id", out _)).Select(line => line.GetProperty("id").GetString()!));
            pages++;
        }
        while (after is not null);

        pages.ShouldBe(5);
        ids.Count.ShouldBe(ActiveIncidents);
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task A_token_of_another_question_is_refused()
    {
        using var first = new Asker(story.Data);
        await first.ListAsync(first.Active(AnswerFormat.Json) with { Limit = 1 });
        var token = first.Json.Last().GetProperty("next").GetString();
        using var asker = new Asker(story.Data);

        var filtered = await asker.ListAsync(asker.Active(AnswerFormat.Json, "severity=high") with { After = token });
        var byStatus = await asker.ListAsync(
            asker.Active(AnswerFormat.Json) with { After = token, Status = IncidentStatus.Open });

        (filtered, byStatus, asker.Output).ShouldBe((Answer.Unclear, Answer.Unclear, ""));
    }

    [Fact]
    public async Task A_list_that_is_cut_says_so_and_how_to_go_on()
    {
        using var asker = new Asker(story.Data);

        await asker.ListAsync(asker.Active(AnswerFormat.Text) with { Limit = 8 });

        asker.Lines[^2].ShouldBe("8 active incidents, and more");
        asker.Lines[^1].ShouldStartWith("more: --after ");
    }

    [Fact]
    public async Task A_filter_says_of_how_many_it_found_how_many()
    {
        using var asker = new Asker(story.Data);

        await asker.ListAsync(asker.Active(AnswerFormat.Text, "severity=~\"critical|high\"", "source=health"));

        asker.Lines[^1].ShouldBe($"1 of {ActiveIncidents} active incidents");
        asker.Errors.ShouldBe("");
    }

    [Theory]
    [InlineData("sevrity=\"high\"", 0)]
    [InlineData("sevrity!=\"high\"", ActiveIncidents)]
    public async Task A_label_that_no_incident_has_is_likely_a_typing_error(string filter, int found)
    {
        using var asker = new Asker(story.Data);

        (await asker.ListAsync(asker.Active(AnswerFormat.Json, filter))).ShouldBe(Answer.Yes);

        asker.Lines.Length.ShouldBe(found);
        asker.Errors.ShouldContain("no incident has the label sevrity; known: AutoScalingGroupName, ");
    }

    [Fact]
    public async Task A_filter_without_a_hit_says_what_each_matcher_left()
    {
        using var asker = new Asker(story.Data);

        await asker.ListAsync(asker.Active(AnswerFormat.Json, "source=trail,severity=info"));

        asker.Output.ShouldBe("");
        asker.Errors.ShouldContain($"0 of {ActiveIncidents}; source=\"trail\": 23, of these severity=\"info\": 0");
    }

    [Theory]
    [InlineData("status=open", "--status")]
    [InlineData("web-cpu", "operator")]
    [InlineData("name=gum,latency", "9:16")]
    public void What_is_no_matcher_is_refused_with_what_would_be_right(string filter, string hint)
    {
        using var asker = new Asker(story.Data);

        Should.Throw<AskException>(() => FilterText.Parse([filter], asker.Screen)).Message.ShouldContain(hint);
    }

    [Fact]
    public async Task A_day_lists_what_ended_on_it_last_ended_first()
    {
        var day = DayRange.Parse("2026-11-17", "UTC");
        using var asker = new Asker(story.Data);

        await asker.ListAsync(asker.Active(AnswerFormat.Json) with { Question = new IncidentQuestion.Ended(day.From, day.To) });

        var ends = asker.Json.Select(line => line.GetProperty("resolved_at").GetDateTimeOffset()).ToList();
        ends.Count.ShouldBeGreaterThan(10);
        ends.ShouldBe(ends.OrderDescending());
        ends.ShouldAllBe(end => end >= day.From && end < day.To);
    }

    [Fact]
    public async Task A_resource_lists_its_incidents_active_or_ended()
    {
        using var asker = new Asker(story.Data);

        await asker.ListAsync(asker.Active(AnswerFormat.Json) with { Question = new IncidentQuestion.OfResource("shop-db") });

        asker.Json.Select(line => line.GetProperty("status").GetString()).Distinct()
            .ShouldBe(["open", "resolved"], ignoreOrder: true);
        asker.Json.ShouldAllBe(line => line.GetProperty("resource").GetString() == "shop-db");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task A_terminal_folds_cells_and_keeps_ids_whole(int width)
    {
        using var asker = new Asker(story.Data, width);

        await asker.ListAsync();

        asker.Lines.ShouldAllBe(line => line.Length <= width);
        asker.Lines.Select(line => line.Split(' ')[0])
            .Count(word => word.StartsWith("inc-", StringComparison.Ordinal) && word.Length == 24).ShouldBe(ActiveIncidents);
        asker.Lines.Length.ShouldBeGreaterThan(ActiveIncidents + 2);
    }

    [Fact]
    public async Task Csv_has_a_header_and_as_many_cells_in_every_row()
    {
        using var asker = new Asker(story.Data);

        await asker.ListAsync(asker.Active(AnswerFormat.Csv));

        asker.Lines.Length.ShouldBe(ActiveIncidents + 1);
        asker.Lines[0].ShouldStartWith("id,severity,status,opened_at,");
        asker.Lines.ShouldAllBe(line => line.EndsWith('\r'));
    }

    [Fact]
    public async Task An_empty_table_has_an_empty_list()
    {
        var folder = Directory.CreateTempSubdirectory("watchkeeper-empty-").FullName;
        EmbeddedTables.Create(folder);
        using var asker = new Asker(folder);

        (await asker.ListAsync()).ShouldBe(Answer.Yes);

        asker.Lines.ShouldBe(["0 active incidents"]);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_list_ended_by_hand_prints_what_was_found()
    {
        using var asker = new Asker(story.Data);
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        var answer = await asker.AskAsync((store, time, _) =>
            new ListRun(store, asker.Screen, time).RunAsync(asker.Active(AnswerFormat.Text), ended.Token));

        answer.ShouldBe(Answer.Yes);
        asker.Errors.ShouldBe("interrupted\n");
        asker.Lines[0].ShouldBe("0 active incidents");
    }

    [Fact]
    public async Task A_reader_that_has_read_enough_is_no_error()
    {
        using var output = new ClosedWriter();
        using var errors = new StringWriter();
        var screen = new Screen(output, errors, width: null, showsProgress: false);
        var options = new StoreOptions { Backend = "embedded", Data = story.Data };
        var session = new AskSession(options, screen, TimeProvider.System);
        using var asker = new Asker(story.Data);

        var answer = await session.RunAsync(
            (store, time, cancellation) =>
                new ListRun(store, screen, time).RunAsync(asker.Active(AnswerFormat.Json), cancellation),
            isAction: false,
            TestContext.Current.CancellationToken);

        (answer, errors.ToString(), output.Tried).ShouldBe((Answer.Yes, "", 1));
    }

    // The other end of the pipe is closed.
    private sealed class ClosedWriter : StringWriter
    {
        private const int BrokenPipe = 32;

        public int Tried { get; private set; }

        public override void Write(string? value)
        {
            Tried++;
            throw new IOException("Broken pipe", BrokenPipe);
        }
    }
}
