using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Tests.Asking;
using Watchkeeper.Cli.Tests.Commands;
using Xunit;

namespace Watchkeeper.Cli.Tests.Silencing;

/// <summary>The commands as a shell types them: options, exit codes and the two outputs.</summary>
[Collection(StoryTestGroup.Name)]
public sealed class SilenceCommandTests(StoryFixture story)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("silence", "Say which command: add, preview, list, extend or expire.")]
    [InlineData("silence ad", "«ad» is no command: did you mean add?")]
    [InlineData("silence extend --for 1h", "extend needs ID: The silence's id")]
    [InlineData("silence expire", "expire needs ID: The silence's id")]
    [InlineData("silence expire sil-1 --for 1h", "«--for» is no option of expire")]
    [InlineData("silence preview a=b --days 0", "--days is «0»: it must be a whole number from 1 to 90.")]
    [InlineData("silence preview a=b --as kim", "«--as» is no option of preview")]
    // A misspelt option is no matcher.
    [InlineData("silence add a=b --for 1h --untl=x", "«--untl» is no option of add: did you mean --until?")]
    [InlineData("silence list --limit 5", "--limit is for --past alone.")]
    [InlineData("silence list --past --limit 0", "--limit is «0»: it must be a whole number from 1 to 1000.")]
    [InlineData("silence add a=b --for 1h --backend aws --as kim", "--as is not for --backend aws: your AWS identity acts.")]
    [InlineData("silence expire sil-123456 --backend aws --as kim", "--as is not for --backend aws: your AWS identity acts.")]
    [InlineData("silence add a=b --until", "--until needs a value: Until when")]
    public async Task A_bad_command_line_names_the_word_and_the_way_out(string typed, string error)
    {
        var outcome = await CliProcess.RunAsync("", Cancel, typed.Split(' '));

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldStartWith(error);
    }

    [Fact]
    public async Task Exit_codes_say_what_became_of_it()
    {
        var data = story.Copy();
        var added = await RunAsync(
            data, "silence", "add", "severity=critical", "--for", "2h", "--reason", "deploying", "--as", "kim", "--output", "json");
        (added.ExitCode, added.Error).ShouldBe((0, ""));
        using var line = JsonDocument.Parse(added.Output);
        var silence = line.RootElement.GetProperty("silence");
        var id = silence.GetProperty("id").GetString()!;
        (silence.GetProperty("by").GetString(), silence.GetProperty("quiets").GetInt32()).ShouldBe(("kim", 5));

        (await RunAsync(data, "silence", "add", "severity=critical", "--reason", "deploying")).ExitCode.ShouldBe(2);
        (await RunAsync(data, "silence", "list", "--matching", "severity=critical", "service=a")).Output.ShouldContain(id);
        (await RunAsync(data, "silence", "list", "--matching", "severity=high")).Output.ShouldBe("no silences\n");
        (await RunAsync(data, "silence", "list", "--matching", "severity")).ExitCode.ShouldBe(2);
        (await RunAsync(data, "silence", "preview", "severity=critical", "--days", "1")).ExitCode.ShouldBe(0);
        (await RunAsync(data, "silence", "extend", id, "--for", "1h")).ExitCode.ShouldBe(2);
        (await RunAsync(data, "silence", "extend", id, "--for", "3h")).ExitCode.ShouldBe(0);
        (await RunAsync(data, "silence", "expire", id)).ExitCode.ShouldBe(0);
        (await RunAsync(data, "silence", "expire", id)).ExitCode.ShouldBe(1);
        (await RunAsync(data, "silence", "extend", id, "--for", "3h")).ExitCode.ShouldBe(1);
        (await RunAsync(data, "silence", "expire", "sil-0123456789abcdef")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task The_command_for_a_new_silence_can_be_typed_as_it_is_printed()
    {
        var data = story.Copy();
        await RunAsync(data, "silence", "add", "name=~\"it's|\\\"so\\\"|$HOME\"", "--for", "2h", "--reason", "kim's `date`", "--as", "kim");
        var listed = await RunAsync(data, "silence", "list", "--output", "json");
        using var first = JsonDocument.Parse(listed.Output);
        var id = first.RootElement.GetProperty("id").GetString()!;
        await RunAsync(data, "silence", "expire", id);

        var command = (await RunAsync(data, "silence", "extend", id, "--for", "1h")).Output.TrimEnd('\n');
        command.ShouldContain(" silence add ");
        var words = command[(command.IndexOf(" silence add ", StringComparison.Ordinal) + 1)..];
        var again = await CliProcess.RunScriptAsync(data, $"\"$0\" {words}", [], Cancel);

        again.ExitCode.ShouldBe(0, again.Error);
        using var second = JsonDocument.Parse((await RunAsync(data, "silence", "list", "--output", "json")).Output);
        foreach (var name in new[] { "matchers", "reason" })
            second.RootElement.GetProperty(name).ToString().ShouldBe(first.RootElement.GetProperty(name).ToString());
        second.RootElement.GetProperty("id").GetString().ShouldNotBe(id);
    }

    [Fact]
    public async Task The_help_says_how_soon_a_change_counts()
    {
        var help = (await CliProcess.RunAsync("", Cancel, "silence", "--help")).Output;

        help.ShouldContain("within seconds");
        help.ShouldContain("within a minute");
    }

    private static Task<CliProcess.Outcome> RunAsync(string data, params string[] words) =>
        CliProcess.RunAsync("", Cancel, [.. words, "--data", data]);
}
