using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>What a run says of a template that it cannot use, and of values that the template does not take.</summary>
public sealed class BrokenTemplateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Resources:\n\tTable: 1\n", "t.yaml:1:1: template: this is not YAML: ")]
    [InlineData("Resources: {one: two\nthree: four: five\n", "t.yaml:1:1: template: this is not YAML: check quotes")]
    [InlineData("Resources: [one\n", "t.yaml:2:1: template: this is not YAML: ")]
    [InlineData("", "t.yaml:1:1: template: a template is one map")]
    [InlineData("\u0000\u0001\u0002", "t.yaml:1:1: template: ")]
    [InlineData("Resources: {}\n", "t.yaml: Resources: the template has no resources")]
    [InlineData("Resources:\n  Cat:\n    Type: AWS::Cat::Tail\n", "t.yaml» has no AWS::Serverless::Function, ")]
    public async Task A_template_that_cannot_be_used_is_said_with_file_and_line(string text, string message)
    {
        folder.File("t.yaml", text);

        OneLine(await RunAsync("t.yaml"), ExitCode.NoOrFailed).ShouldContain(message);
    }

    [Fact]
    public async Task A_template_that_is_a_folder_or_a_silent_pipe_is_said()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "t.yaml"));
        OneLine(await RunAsync("t.yaml"), ExitCode.NoOrFailed).ShouldContain("«t.yaml», but that is a folder");

        var run = await CliProcess.RunScriptAsync(
            folder.Path, "mkfifo pipe && exec \"$0\" \"$@\"", ["run", "--once", "--events", Event, "--template", "pipe"], Token);
        OneLine(run, ExitCode.NoOrFailed).ShouldContain("nobody writes to it");
    }

    [Theory]
    [InlineData("MailAdress=a@b.example", "did you mean MailAddress? It has AccessLogBucket, ")]
    [InlineData("Locale=xx", "Parameters.Locale: «xx» is not allowed: choose one of en, zh-CN")]
    public async Task A_value_that_the_template_does_not_take_is_a_usage_error(string parameter, string message) =>
        OneLine(await RunAsync(Repository.PathOf("template.yaml"), "--parameter", parameter), ExitCode.BadUsage)
            .ShouldContain(message);

    private static string Event => Repository.PathOf("events", "alarm-eventbridge", "010-order-cpu-high-alarm.json");

    private Task<CliProcess.Outcome> RunAsync(string template, params string[] more) =>
        CliProcess.RunInAsync(folder.Path, ["run", "--once", "--events", Event, "--template", template, .. more], Token);

    private static string OneLine(CliProcess.Outcome outcome, int code)
    {
        outcome.ExitCode.ShouldBe(code, outcome.Error);
        outcome.Error.TrimEnd('\n').ShouldNotContain('\n');
        return outcome.Error;
    }
}
