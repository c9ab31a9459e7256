using System.IO.Pipelines;
using System.Text;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Xunit;

namespace Watchkeeper.Cli.Tests.Commands;

public sealed class MatchBatchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"pattern":{"a":[1]},"event":{"a":1.0}}""", "true")]
    [InlineData("""{"pattern":{"a":[1]},"event":{"a":2}}""", "false")]
    [InlineData("""{"event":{"a":1},"id":7,"pattern":{"a":[1]},"expected":false}""", "true")]
    [InlineData("""{"pattern":"{\"a\":[\"\\u0078\"]}","event":{"a":"x"}}""", "true")]
    [InlineData("""{"pattern":"{\"a\":[1]}","event":"{\"a\":1}"}""", "true")]
    [InlineData("""{"pattern":{"a":[1]},"event":"{\"a\":2}"}""", "false")]
    [InlineData("""{"pattern":"{\"a\":[]}","event":{"a":1}}""", "invalid: line 1: an empty array; give at least one value (at $.a)")]
    [InlineData("""{"pattern":"nonsense","event":{"a":1}}""", "invalid: line 1: the pattern is not valid JSON (line 1, byte 2) (at $)")]
    [InlineData("""{"pattern":"","event":{"a":1}}""", "invalid: line 1: the pattern is not valid JSON (line 1, byte 1) (at $)")]
    [InlineData("""{"pattern":"\ud800","event":{"a":1}}""", "invalid: line 1: the pattern is not valid JSON (line 1, byte 1) (at $)")]
    [InlineData("""{"pattern":null,"event":{"a":1}}""", "invalid: line 1: a pattern is a JSON object (at $)")]
    [InlineData("""{"pattern":[{"a":[1]}],"event":{"a":1}}""", "invalid: line 1: a pattern is a JSON object (at $)")]
    [InlineData(
        """{"pattern":{"a":[{"wildcard":"**"}]},"event":{}}""",
        "invalid: line 1: two asterisks in a row at position 0 of the wildcard; one is enough (at $.a[0].wildcard)")]
    [InlineData(
        """{"pattern":{"a\nb\u2028":1},"event":{}}""",
        "invalid: line 1: \"a\\nb\\u2028\" must be an object or an array (at $[\"a\\nb\\u2028\"])")]
    [InlineData("""{"pattern":{"a":[1]},"event":[{"a":1}]}""", "invalid: line 1: the event is not a JSON object")]
    [InlineData("""{"pattern":{"a":[1]},"event":null}""", "invalid: line 1: the event is not a JSON object")]
    [InlineData("""{"pattern":{"a":[1]},"event":"1"}""", "invalid: line 1: the event is not a JSON object")]
    [InlineData("""{"pattern":{"a":[1]},"event":"{"}""", "invalid: line 1: the event is not valid JSON (line 1, byte 2)")]
    [InlineData("""{"pattern":{"a":[1]},"event":"\udc00"}""", "invalid: line 1: the event's string is not valid Unicode")]
    [InlineData("""{"pattern":{"a":[1]}}""", "invalid: line 1: the line has no \"event\"")]
    [InlineData("""{"event":{"a":1}}""", "invalid: line 1: the line has no \"pattern\"")]
    [InlineData("""{"Pattern":{"a":[1]},"Event":{"a":1}}""", "invalid: line 1: the line has no \"pattern\"")]
    [InlineData("[1]", "invalid: line 1: the line is not a JSON object")]
    [InlineData("{\"pattern\":{\"a\":[1]},\"event\":{\"a\":1}} x", "invalid: line 1: the line is not valid JSON (byte 39)")]
    [InlineData("", "invalid: line 1: the line is not valid JSON (byte 1)")]
    [InlineData("  \r", "invalid: line 1: the line is not valid JSON (byte 4)")]
    [InlineData("{\"pattern\":{\"a\":[1]},\"event\":{\"a\":1}}\r", "true")]
    [InlineData("\uFEFF{\"pattern\":{\"a\":[1]},\"event\":{\"a\":1}}", "true")]
    [InlineData("{\"p\\u0061ttern\":{\"a\":[1]},\"event\":{\"a\":1}}", "true")]
    [InlineData("{\"\\ud800\\udfffx\\ud800\":0,\"pattern\":{\"a\":[1]},\"event\":{\"a\":1}}", "true")]
    public async Task Each_line_of_input_gives_one_line_of_output(string line, string answer) =>
        (await AskAsync(Encoding.UTF8.GetBytes($"{line}\n"))).ShouldBe($"{answer}\n");

    [Fact]
    public async Task A_line_of_broken_text_is_invalid_and_the_next_line_is_answered()
    {
        byte[] broken = [.. "{\"pattern\":{\"a\":[1]},\"event\":{\"a\":\""u8, 0xff, .. "\"}}\n"u8];

        (await AskAsync([.. broken, .. "{\"pattern\":{\"a\":[1]},\"event\":{\"a\":1}}"u8]))
            .ShouldBe("invalid: line 1: the line is not valid UTF-8\ntrue\n");
    }

    [Fact]
    public async Task A_line_that_nests_without_end_is_invalid_and_the_next_line_is_answered()
    {
        var deep = $"{{\"pattern\":{{\"a\":[1]}},\"event\":{string.Concat(Enumerable.Repeat("{\"a\":", 10_000))}";
        var good = $"{{\"pattern\":{{\"a\":[1]}},\"event\":{{\"a\":{new string('[', 999)}1{new string(']', 999)}}}}}";

        (await AskAsync(Encoding.UTF8.GetBytes($"{deep}\n{good}\n")))
            .ShouldMatch("^invalid: line 1: the line is not valid JSON .*\ntrue\n$");
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_lines()
    {
        var lines = Enumerable.Range(0, 2_000).Select(number => (number % 5) switch
        {
            0 => "",
            1 => $"{{\"pattern\":{{\"a\":[{number}]}},\"event\":{{\"a\":{number}}}}}",
            2 => $"{{\"pattern\":{{\"a\":[{number}]}},\"event\":{{\"a\":\"{new string('x', number)}\"}}}}",
            3 => $"{{\"pattern\":{{\"a\":[{{\"prefix\":\"x\"}}]}},\"event\":{{\"a\":\"{new string('x', number)}\"}}}}",
            _ => "{\"pattern\":{},\"event\":{}}",
        }).ToArray();
        var input = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var writing = Task.Run(
            async () =>
            {
                var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
                for (int at = 0, length = 1; at < bytes.Length; at += length, length = (length * 7) % 65_521)
                    await input.Writer.WriteAsync(bytes.AsMemory(at, Math.Min(length, bytes.Length - at)), Cancel);
                await input.Writer.CompleteAsync();
            },
            Cancel);
        using var output = new MemoryStream();

        await MatchBatch.Create(asJson: false).RunAsync(input.Reader.AsStream(), output, Cancel);
        await writing;

        var answers = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        answers.Length.ShouldBe(lines.Length + 1);
        answers[^1].ShouldBeEmpty();
        for (var number = 0; number < lines.Length; number++)
        {
            answers[number].ShouldStartWith((number % 5) switch
            {
                0 => $"invalid: line {number + 1}: the line is not valid JSON",
                2 => "false",
                4 => $"invalid: line {number + 1}: an empty object",
                _ => "true",
            });
        }
    }

    [Fact]
    public async Task Answers_can_be_objects()
    {
        const string lines = """
            {"pattern":{"a":[1]},"event":{"a":1}}
            {"pattern":{"a":[1]},"event":{}}
            {"pattern":{"a":1},"event":{}}
            """;

        (await AskAsync(Encoding.UTF8.GetBytes(lines), asJson: true)).ShouldBe(
            """
            {"match":true}
            {"match":false}
            {"match":false,"error":"\u0022a\u0022 must be an object or an array (at $.a)","line":3}

            """);
    }

    private static async Task<string> AskAsync(byte[] lines, bool asJson = false)
    {
        using var input = new MemoryStream(lines);
        using var output = new MemoryStream();
        await MatchBatch.Create(asJson).RunAsync(input, output, Cancel);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
