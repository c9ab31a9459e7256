using Shouldly;
using Watchkeeper.Cli.Commands;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>Output that nobody reads to its end, or that finds no space.</summary>
public sealed class ClosedOutputTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Folder => Repository.PathOf("events", "trail");

    [Theory]
    [InlineData("detections", "list")]
    [InlineData("detections", "test")]
    [InlineData("--help")]
    public async Task A_command_whose_output_finds_no_space_says_so_in_one_line(params string[] command)
    {
        var run = await CliProcess.RunScriptAsync(Folder, "exec \"$0\" \"$@\" > /dev/full", command, Token);

        run.ExitCode.ShouldBe(ExitCode.NoOrFailed);
        run.Error.ShouldStartWith("Standard output cannot be written: ");
        run.Error.TrimEnd('\n').ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("detections", "list")]
    [InlineData("detections", "test")]
    [InlineData("detect", ".")]
    public async Task A_command_whose_reader_has_read_enough_is_quiet(params string[] command)
    {
        var run = await CliProcess.RunScriptAsync(
            Folder, "{ \"$0\" \"$@\"; echo $? > /dev/fd/3; } 3>&2 2>&1 | head -n 1", command, Token);

        run.Output.Split('\n').Length.ShouldBe(2, run.Output);
        run.Error.ShouldBeOneOf("0\n", "2\n");
    }

    [Fact]
    public async Task A_command_whose_errors_nobody_can_read_ends_without_a_crash()
    {
        var run = await CliProcess.RunScriptAsync(Folder, "exec \"$0\" \"$@\" 2> /dev/full", ["nosuch"], Token);

        run.ExitCode.ShouldBe(ExitCode.NoOrFailed);
    }
}
