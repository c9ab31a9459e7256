using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Terminals;
using Watchkeeper.Cli.Tests.Asking;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Run;

/// <summary>The story as people and programs read it, on terminals of 80 and 120 columns and in a pipe.</summary>
[Collection(StoryTestGroup.Name)]
public sealed partial class StoryTextTests(StoryFixture story)
{
    [Theory]
    [InlineData(80, false)]
    [InlineData(120, false)]
    [InlineData(80, true)]
    public void A_line_fits_the_terminal_unless_it_is_one_word_or_a_command(int width, bool isVerbose)
    {
        var lines = LinesOf(width, isVerbose);

        lines.Where(line => StyledLine.CellsOf(line) > width && line.Trim().Contains(' ', StringComparison.Ordinal)
                && !line.StartsWith("    watchkeeper ", StringComparison.Ordinal))
            .ShouldBeEmpty();
        lines.ShouldAllBe(line => line == line.TrimEnd(' '));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void No_id_and_no_path_is_broken_or_cut(int width)
    {
        foreach (var isVerbose in new[] { false, true }.Where(isVerbose => width == 80 || !isVerbose))
        {
            var text = story.Texts[(width, isVerbose)].ToString();
            Incident().Matches(text).Select(match => match.Value).ShouldAllBe(id => id.Length == "inc-".Length + 20);
            MessageFile().Matches(text).Select(match => match.Value)
                .ShouldAllBe(path => File.Exists(Path.Combine(story.Data, path)));
        }
    }

    [Fact]
    public void Details_with_files_are_there_when_they_are_asked_for()
    {
        var (brief, verbose) = (story.Texts[(80, false)].ToString(), story.Texts[(80, true)].ToString());

        MessageFile().Count(brief).ShouldBe(0);
        MessageFile().Count(verbose).ShouldBeGreaterThan(90);
        verbose.ShouldContain("2026-11-17 08:15:00Z  alarm-eventbridge/010-order-cpu-high-alarm.json\n");
    }

    [Fact]
    public void Each_part_of_an_event_is_one_line_in_a_pipe_and_the_days_are_named()
    {
        var lines = LinesOf(null, isVerbose: false);

        lines.Count(line => Clock().IsMatch(line) && !line.Contains("by schedule", StringComparison.Ordinal))
            .ShouldBe(story.Lines.Count(line => line.GetProperty("object").GetString() == "event"));
        lines.ShouldContain("2026-11-17, times in UTC");
        lines.ShouldContain("2026-11-18, times in UTC");
        lines.ShouldContain("08:15:00  opened             HIGH     CPUUtilization of shop-order-asg  → sns, mail  "
            + "inc-6afc0d04d84891fb3f11");
    }

    [Fact]
    public void Broken_events_are_an_act_of_their_own_and_no_failure()
    {
        var lines = LinesOf(null, isVerbose: false);
        var second = Array.FindIndex(lines, line => line.StartsWith("Second act: events that are broken on purpose", StringComparison.Ordinal));

        second.ShouldBeGreaterThan(0);
        lines[..second].ShouldNotContain(line => line.Contains("  rejected ", StringComparison.Ordinal));
        lines[second..].Count(line => line.Contains("  rejected ", StringComparison.Ordinal)).ShouldBeGreaterThan(30);
        lines.ShouldNotContain(line => line.StartsWith("failed:", StringComparison.Ordinal));
        Summary.GetProperty("unexpected_failures").GetInt32().ShouldBe(0);
    }

    [Fact]
    public void Every_line_of_the_JSON_fits_its_schema_and_the_last_has_the_sums()
    {
        var schema = new JsonSchemaCheck(File.ReadAllText(Repository.PathOf("src/Watchkeeper.Cli/Run/run-output.schema.json")));
        var lines = story.Json.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.SelectMany(line => schema.Errors(line)).ShouldBeEmpty();
        Summary.GetProperty("object").GetString().ShouldBe("summary");
        var outcomes = story.Lines.Where(line => line.GetProperty("object").GetString() == "event")
            .CountBy(line => line.GetProperty("outcome").GetString()!, StringComparer.Ordinal);
        foreach (var (outcome, count) in outcomes)
            Summary.GetProperty("outcomes").GetProperty(outcome).GetInt32().ShouldBe(count);
    }

    private JsonElement Summary =>
        StoryFixture.Parse(story.Json.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);

    private string[] LinesOf(int? width, bool isVerbose) =>
        story.Texts[(width, isVerbose)].ToString().ReplaceLineEndings("\n").Split('\n');

    [GeneratedRegex("inc-[0-9a-f]+", RegexOptions.NonBacktracking)]
    private static partial Regex Incident();

    [GeneratedRegex("messages/[0-9]{6}[^ \n;,]*", RegexOptions.NonBacktracking)]
    private static partial Regex MessageFile();

    [GeneratedRegex("^[0-9]{2}:[0-9]{2}:[0-9]{2}  ", RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
