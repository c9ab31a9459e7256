using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda;

public sealed class LoggerTests
{
    private readonly TestLambdaLogger log = new();

    [Fact]
    public void A_line_ends_and_a_text_does_not()
    {
        log.Log("a");
        log.LogLine("b");

        log.Buffer.ToString().ShouldBe($"ab{Environment.NewLine}");
    }

    [Fact]
    public void A_logger_of_lines_takes_every_level()
    {
        ILambdaLogger lines = log;
        lines.LogTrace("1");
        lines.LogDebug("2");
        lines.LogInformation("3");
        lines.LogWarning("4");
        lines.LogError("5");
        lines.LogCritical("6");
        lines.Log(LogLevel.Warning, "7");

        Lines().ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
    }

    [Theory]
    [InlineData("{Count} rows in {Table}", "3 rows in t")]
    [InlineData("{{literal}} {Count}", "{literal} 3")]
    [InlineData("{Count} {Table} {Missing}", "3 t {Missing}")]
    [InlineData("open {Count", "open {Count")]
    [InlineData("no names", "no names")]
    public void A_template_is_filled_by_position(string template, string line)
    {
        ((ILambdaLogger)log).LogInformation(template, 3, "t");

        Lines().ShouldBe([line]);
    }

    [Fact]
    public void An_exception_follows_its_message()
    {
        ((ILambdaLogger)log).LogError(new TimeoutException("late"), "write to {Table}", "t");

        Lines().ShouldBe(["write to t", "System.TimeoutException: late"]);
    }

    [Fact]
    public void A_context_for_tests_has_such_a_logger() =>
        new TestLambdaContext().Logger.ShouldBeOfType<TestLambdaLogger>();

    private string[] Lines() => log.Buffer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
