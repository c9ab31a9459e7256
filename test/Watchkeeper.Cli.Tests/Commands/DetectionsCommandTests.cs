using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Describing;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Commands;

public sealed class DetectionsCommandTests
{
    [Theory]
    [InlineData(ExitCode.Done, "list", "--stage", "staged", "--severity", "low", "--service", "s3", "--technique", "t1530")]
    [InlineData(ExitCode.Done, "list", "--service", "nothing-like-it")]
    [InlineData(ExitCode.Done, "show", "root-use", "--lang", "zh", "--output", "json")]
    [InlineData(ExitCode.Done, "coverage", "--by", "control")]
    [InlineData(ExitCode.BadUsage, "list", "--stage", "loud")]
    [InlineData(ExitCode.BadUsage, "list", "--severity", "huge")]
    [InlineData(ExitCode.BadUsage, "list", "--technique", "T10981")]
    [InlineData(ExitCode.BadUsage, "list", "--technique", "T1098.1")]
    [InlineData(ExitCode.BadUsage, "list", "--rules", "no-such-file.json")]
    [InlineData(ExitCode.BadUsage, "list", "--rules", "")]
    [InlineData(ExitCode.BadUsage, "show")]
    [InlineData(ExitCode.BadUsage, "show", "no-such-detection")]
    [InlineData(ExitCode.BadUsage, "show", "root-use", "--lang", "de")]
    [InlineData(ExitCode.BadUsage, "coverage", "--by", "actor")]
    public async Task A_command_ends_with_the_exit_code_of_its_result(int code, params string[] arguments) =>
        (await CommandTree.RunAsync(["detections", .. arguments])).ShouldBe(code);

    [Theory]
    [InlineData("list", "--service", "water")]
    [InlineData("show", "tap-opened")]
    [InlineData("coverage", "--by", "service")]
    public async Task Each_command_takes_detections_of_ones_own(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.File("tap-opened.json", Describer.Rule);

        var (code, output, error) = await CliProcess.RunAsync(
            "", TestContext.Current.CancellationToken, ["detections", .. arguments, "--rules", folder.Path]);

        error.ShouldBeEmpty();
        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("tap-opened");
    }

    [Fact]
    public async Task Whoever_has_read_enough_ends_a_list()
    {
        using var program = CliProcess.Start("detections", "list", "--output", "json");
        (await program.Output.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        program.Output.Close();

        (await program.EndAsync(TestContext.Current.CancellationToken)).ShouldBe(ExitCode.Done);
    }
}
