using Shouldly;
using Watchkeeper.Cli.Commands;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

public sealed class DetectingCommandTests
{
    [Theory]
    [InlineData(ExitCode.Done, "detections", "test")]
    [InlineData(ExitCode.Done, "detections", "test", "--output", "json")]
    [InlineData(ExitCode.NoOrFailed, "detections", "test", "no-such-file.json")]
    [InlineData(ExitCode.BadUsage, "detect", "no-such-file.json")]
    [InlineData(ExitCode.BadUsage, "detect")]
    [InlineData(ExitCode.BadUsage, "detect", "-", "-")]
    [InlineData(ExitCode.BadUsage, "detections", "test", "--output", "xml")]
    public async Task A_command_ends_with_the_exit_code_of_its_result(int code, params string[] arguments) =>
        (await CommandTree.RunAsync(arguments)).ShouldBe(code);
}
