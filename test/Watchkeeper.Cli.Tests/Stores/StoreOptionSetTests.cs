using System.CommandLine;
using Shouldly;
using Watchkeeper.Cli.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

public sealed class StoreOptionSetTests
{
    private readonly Command command = new("ask");
    private readonly StoreOptionSet options;

    public StoreOptionSetTests() => options = StoreOptionSet.AddTo(command);

    [Fact]
    public void Without_options_the_newest_embedded_run_is_asked()
    {
        var parsed = command.Parse([]);

        parsed.Errors.ShouldBeEmpty();
        options.Read(parsed).ShouldBe(new StoreOptions { Backend = "embedded" });
    }

    [Fact]
    public void All_options_of_aws_are_read()
    {
        var parsed = command.Parse(
            ["--backend", "aws", "--table", "incidents", "--region", "eu-west-1", "--profile", "operations"]);

        parsed.Errors.ShouldBeEmpty();
        options.Read(parsed).ShouldBe(
            new StoreOptions { Backend = "aws", Table = "incidents", Region = "eu-west-1", Profile = "operations" });
    }

    [Theory]
    [InlineData("--region needs --backend aws.", "--region", "eu-west-1")]
    [InlineData("--table needs --backend aws.", "--backend", "emulators", "--table", "incidents")]
    [InlineData("--profile needs --backend aws.", "--profile", "operations", "--backend", "embedded")]
    [InlineData("--data is a folder of this machine", "--backend", "aws", "--data", "somewhere")]
    [InlineData("--data is empty", "--data", "")]
    [InlineData("--profile is empty", "--backend", "aws", "--profile", " ")]
    [InlineData("sqlite", "--backend", "sqlite")]
    public void An_option_that_does_not_fit_is_an_error(string message, params string[] arguments) =>
        command.Parse(arguments).Errors.ShouldHaveSingleItem().Message.ShouldContain(message);
}
