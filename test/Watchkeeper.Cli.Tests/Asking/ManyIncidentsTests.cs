using Shouldly;
using Watchkeeper.Cli.Tests.Commands;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>A list of a hundred thousand incidents comes page by page, can be interrupted, and may lose its reader.</summary>
public sealed class ManyIncidentsTests(ManyIncidentsFixture many) : IClassFixture<ManyIncidentsFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("text")]
    public async Task A_reader_that_has_read_enough_ends_the_list_quietly(string format)
    {
        using var program = List(format);
        (await program.Output.ReadLineAsync(Token)).ShouldNotBeNullOrEmpty();
        program.Output.Close();

        var error = await program.Error.ReadToEndAsync(Token);

        (await program.EndAsync(Token), error).ShouldBe((0, ""));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task Ctrl_C_ends_the_list_with_what_was_found(string format)
    {
        using var program = List(format);
        (await program.Output.ReadLineAsync(Token)).ShouldNotBeNullOrEmpty();
        var (output, error) = (program.Output.ReadToEndAsync(Token), program.Error.ReadToEndAsync(Token));

        await program.InterruptAsync(Token);

        (await program.EndAsync(Token)).ShouldBe(0);
        (await error).ShouldBe("interrupted\n");
        var lines = (await output).TrimEnd().Split('\n');
        lines.Length.ShouldBeLessThan(ManyIncidentsFixture.Count);
        // The list can be continued from there.
        lines[^1].ShouldStartWith(format == "json" ? "{\"next\":" : "more: --after ");
    }

    [Fact]
    public async Task Every_incident_is_listed_once()
    {
        using var program = List("csv");
        var error = program.Error.ReadToEndAsync(Token);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await program.Output.ReadLineAsync(Token);
        while (await program.Output.ReadLineAsync(Token) is { } line)
            ids.Add(line.Split(',')[0]).ShouldBeTrue(line);

        (await program.EndAsync(Token), await error, ids.Count).ShouldBe((0, "", ManyIncidentsFixture.Count));
    }

    private CliProcess List(string format) => CliProcess.Start(
        "incidents", "--data", many.Data, "--limit", "1000000", "--output", format);
}
