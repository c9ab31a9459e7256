using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;
using Shouldly;
using Xunit;

namespace Watchkeeper.Packages.Tests.Lambda;

public sealed class LoggerTests
{
    private readonly TestLambdaLogger log = new();

    [Fact]
    public void LogLine_ends_the_line_and_Log_does_not()
    {
        log.Log("a");
        log.LogLine("b");

        log.Buffer.ToString().ShouldBe($"ab{Environment.NewLine}");
    }

    [Fact]
    public void Every_level_stands_before_its_line()
    {
        ILambdaLogger lines = log;
        lines.LogTrace("1");
        lines.LogDebug("2");
        lines.LogInformation("3");
        lines.LogWarning("4");
        lines.LogError("5");
        lines.LogCritical("6");
        lines.Log(LogLevel.Warning, "7");

        Lines().ShouldBe(["Trace: 1", "Debug: 2", "Information: 3", "Warning: 4", "Error: 5", "Critical: 6", "Warning: 7"]);
    }

    [Theory]
    [InlineData("{Count} rows in {Table}")]
    [InlineData("{{literal}} {Count}")]
    [InlineData("open {Count")]
    [InlineData("no names")]
    public void A_template_stays_and_its_values_follow(string template)
    {
        ((ILambdaLogger)log).LogInformation(template, 3, "t");

        Lines()[0].ShouldBe($"Information: {template}");
        Lines().ShouldContain("\t3");
        Lines().ShouldContain("\tt");
    }

    [Fact]
    public void A_template_without_values_is_one_line()
    {
        ((ILambdaLogger)log).Log("Information", "nothing to say", []);

        Lines().ShouldBe(["Information: nothing to say"]);
    }

    [Fact]
    public void An_exception_follows_its_message()
    {
        ((ILambdaLogger)log).LogError(new TimeoutException("late"), "write to {Table}", "t");

        Lines()[0].ShouldBe("Error: write to {Table}");
        Lines().ShouldContain("\tt");
        log.Buffer.ToString().ShouldContain("System.TimeoutException: late");
    }

    [Fact]
    public void A_context_for_tests_has_such_a_logger() =>
        new TestLambdaContext().Logger.ShouldBeOfType<TestLambdaLogger>();

    private string[] Lines() => log.Buffer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
