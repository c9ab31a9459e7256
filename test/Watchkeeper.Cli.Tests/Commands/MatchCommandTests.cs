using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;

namespace Watchkeeper.Cli.Tests.Commands;

public sealed class MatchCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-match-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"source":["aws.ec2"]}""", """{"source":"aws.ec2"}""", "true", 0)]
    [InlineData("""{"source":["aws.ec2"]}""", """{"source":"aws.s3"}""", "false", 1)]
    [InlineData("\uFEFF{\"source\":[\"aws.ec2\"]}\r\n", "\uFEFF\n{\"source\":\"aws.ec2\"}\n", "true", 0)]
    [InlineData(
        """{"source":[]}""", """{"source":"aws.s3"}""", "invalid: an empty array; give at least one value (at $.source)", 2)]
    [InlineData("""{"source":["aws.ec2"]}""", "[]", "invalid: the event is not a JSON object", 2)]
    [InlineData("""{"source":["aws.ec2"]}""", "{", "invalid: the event is not valid JSON (line 1, byte 2)", 2)]
    [InlineData("", "{}", "invalid: the pattern is not valid JSON (line 1, byte 1) (at $)", 2)]
    public async Task Two_files_give_one_line_and_an_exit_code(string pattern, string json, string line, int exitCode)
    {
        var outcome = await RunAsync("", "match", "--pattern", File("p.json", pattern), "--event", File("e.json", json));

        outcome.ShouldBe(new(exitCode, $"{line}\n", ""));
    }

    [Theory]
    [InlineData("""["x"]""", """{"match":true}""", 0)]
    [InlineData("""["y"]""", """{"match":false}""", 1)]
    [InlineData("""[]""", """{"match":false,"error":"an empty array; give at least one value (at $.a)"}""", 2)]
    public async Task The_answer_can_be_an_object(string values, string line, int exitCode)
    {
        var pattern = File("p.json", $"{{\"a\":{values}}}");

        var outcome = await RunAsync(
            "", "match", "--output", "json", "--pattern", pattern, "--event", File("e.json", """{"a":"x"}"""));

        outcome.ShouldBe(new(exitCode, $"{line}\n", ""));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_on_standard_error_and_is_no_answer()
    {
        var missing = Path.Combine(folder.FullName, "missing.json");

        var outcome = await RunAsync("", "match", "--pattern", File("p.json", "{}"), "--event", missing);

        outcome.ShouldBe(new(2, "", $"--event is «{missing}»: there is no such file or folder\n"));
        // As an older PowerShell writes it.
        await System.IO.File.WriteAllTextAsync(missing, "{}", Encoding.Unicode, Cancel);
        (await RunAsync("", "match", "--pattern", missing, "--event", missing)).Error
            .ShouldStartWith($"--pattern is «{missing}»: is in UTF-16: expected UTF-8");
    }

    [Fact]
    public async Task A_packed_pattern_and_an_event_from_standard_input_are_read()
    {
        var path = Path.Combine(folder.FullName, "p.json");
        await using (var packed = new GZipStream(System.IO.File.Create(path), CompressionMode.Compress))
            await packed.WriteAsync("{\"source\":[\"aws.ec2\"]}"u8.ToArray(), Cancel);

        (await RunAsync("{\"source\":\"aws.ec2\"}", "match", "--pattern", path, "--event", "-")).ShouldBe(new(0, "true\n", ""));
    }

    [Theory]
    [InlineData("match")]
    [InlineData("match --pattern p.json")]
    [InlineData("match --event e.json")]
    [InlineData("match --batch --pattern p.json --event e.json")]
    [InlineData("match --pattern - --event -")]
    [InlineData("match --batch --output xml")]
    [InlineData("match --batch --quick")]
    [InlineData("match --batch extra")]
    [InlineData("mtach")]
    [InlineData("")]
    public async Task An_exit_code_for_bad_usage_differs_from_the_one_for_no_match(string arguments)
    {
        var outcome = await RunAsync("", arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Help_is_no_failure()
    {
        var outcome = await RunAsync("", "match", "--help");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldContain("--batch");
    }

    [Fact]
    public async Task A_batch_is_answered_line_by_line_and_bad_lines_are_numbered_and_counted()
    {
        const string lines =
            """
            {"pattern":{"a":["x"]},"event":{"a":"x"}}
            {"pattern":{"a":["x"]},"event":{"a":"ÿ"}}
            nonsense
            {"pattern":{"a":"x"},"event":{"a":"x"}}
            """;

        var outcome = await RunAsync(lines, "match", "--batch");

        outcome.ShouldBe(new(
            2,
            """
            true
            false
            invalid: line 3: the line is not valid JSON (byte 2)
            invalid: line 4: "a" must be an object or an array (at $.a)

            """,
            "2 of 4 lines were invalid\n"));
        (await RunAsync("", "match", "--batch")).ShouldBe(new(0, "", ""));
    }

    [Fact]
    public async Task A_program_may_wait_for_an_answer_before_it_asks_again()
    {
        using var program = CliProcess.Start("match", "--batch", "--output", "json");

        foreach (var answer in new[] { "true", "false", "true" })
        {
            await program.Input.WriteAsync($"{{\"pattern\":{{\"a\":[true]}},\"event\":{{\"a\":{answer}}}}}\n");
            await program.Input.FlushAsync(Cancel);

            (await program.Output.ReadLineAsync(Cancel)).ShouldBe($"{{\"match\":{answer}}}");
        }

        (await program.EndAsync(Cancel)).ShouldBe(0);
    }

    private static Task<CliProcess.Outcome> RunAsync(string input, params IEnumerable<string> arguments) =>
        CliProcess.RunAsync(input, Cancel, arguments);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }
}
