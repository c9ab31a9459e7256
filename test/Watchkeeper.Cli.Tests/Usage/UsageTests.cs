using Shouldly;
using Watchkeeper.Cli.Tests.Commands;
using Xunit;

namespace Watchkeeper.Cli.Tests.Usage;

/// <summary>What the real executable says to a command line that it cannot run.</summary>
public sealed class UsageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("run --port abc", "--port is «abc»: it must be a whole number from 0 to 65535.", "run --help")]
    [InlineData("run --port 65536", "--port is «65536»: it must be a whole number from 0 to 65535.", "run --help")]
    [InlineData("run --port", "--port needs a value: The local port", "run --help")]
    [InlineData("run --onec", "«--onec» is no option of run: did you mean --once?", "run --help")]
    [InlineData("run --onec=1", "«--onec» is no option of run: did you mean --once?", "run --help")]
    [InlineData("detect --fial-on high events/trail", "«--fial-on» is no option of detect: did you mean --fail-on?", "detect --help")]
    [InlineData("detections test --rule", "«--rule» is no option of test", "detections test --help")]
    [InlineData("detections apply . --fource", "«--fource» is no option of apply: did you mean --force?", "detections apply --help")]
    [InlineData("route test a=b --config f --btach", "«--btach» is no option of test: did you mean --batch?", "route test --help")]
    [InlineData("run --once yes-please", "«yes-please» is one word too many for run.", "run --help")]
    [InlineData("run --output yaml", "--output is «yaml»: it must be text or json.", "run --help")]
    [InlineData("run --parameter Locale", "--parameter is «Locale»: it must be NAME=VALUE.", "run --help")]
    [InlineData("rnu", "«rnu» is no command: did you mean run?", "--help")]
    [InlineData("detections lst", "«lst» is no command: did you mean list?", "detections --help")]
    [InlineData("detections list --stage onn", "--stage is «onn»: it must be on, staged or off.", "detections list --help")]
    [InlineData("", "Say which command: run, incidents,", "--help")]
    [InlineData("detections", "Say which command: list,", "detections --help")]
    [InlineData("incidents --limit 0", "--limit is «0»: it must be a whole number from 1 to 1000000.", "incidents --help")]
    [InlineData("incident --entries x i", "--entries is «x»: it must be a whole number from 1 to 10000.", "incident --help")]
    [InlineData("incident", "incident needs ID: The incident's id", "incident --help")]
    [InlineData("detect x --fail-on hihg", "--fail-on is «hihg»: it must be info, low, medium, high or critical.", "detect --help")]
    public async Task A_bad_command_line_names_the_word_and_the_way_out(string typed, string error, string help)
    {
        var outcome = await CliProcess.RunAsync("", Cancel, typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        var lines = outcome.Error.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith(error);
        lines[1].ShouldStartWith("For help: ");
        lines[1].ShouldEndWith($" {help}");
    }
}
