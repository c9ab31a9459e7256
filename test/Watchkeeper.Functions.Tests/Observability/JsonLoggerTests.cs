using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Functions.Observability;
using Xunit;

namespace Watchkeeper.Functions.Tests.Observability;

public sealed partial class JsonLoggerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    private readonly MemoryStream stream = new();
    private readonly JsonLogger logger;

    public JsonLoggerTests() =>
        logger = new JsonLogger(new LineOutput(stream), new FakeTimeProvider(Now), "AlarmFunction");

    public void Dispose() => stream.Dispose();

    [Fact]
    public void An_entry_is_one_line_with_what_lambda_filters_by_and_its_values_apart()
    {
        new Invocation("req-1", new TraceHeader("1-5759e988-bd862e3fe1be46a994272793", "53995c3f42cd8ad8", true)).Begin();

        Decided(logger, "inc-1", 3, "00:00:02");

        var line = OnlyLine();
        line.GetProperty("timestamp").GetString().ShouldBe("2026-03-04T05:06:07.089Z");
        line.GetProperty("level").GetString().ShouldBe("INFO");
        line.GetProperty("eventId").GetInt32().ShouldBe(7);
        line.GetProperty("event").GetString().ShouldBe("Decided");
        line.GetProperty("message").GetString().ShouldBe("Incident inc-1 took signal 3 after 00:00:02");
        line.GetProperty("function").GetString().ShouldBe("AlarmFunction");
        line.GetProperty("requestId").GetString().ShouldBe("req-1");
        line.GetProperty("traceId").GetString().ShouldBe("1-5759e988-bd862e3fe1be46a994272793");
        line.GetProperty("data").GetRawText().ShouldBe("""{"incident":"inc-1","signals":3,"wait":"00:00:02"}""");
        line.TryGetProperty("exception", out _).ShouldBeFalse();
    }

    [Fact]
    public void No_invocation_means_no_request_id()
    {
        Decided(logger, "inc-1", 3, "none");

        OnlyLine().TryGetProperty("requestId", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_names_of_values_cannot_replace_the_members_of_the_line()
    {
        logger.Log(
            LogLevel.Warning,
            new EventId(1),
            new List<KeyValuePair<string, object?>> { new("level", "TRACE"), new("function", "Forged"), new("timestamp", 0) },
            null,
            static (_, _) => "text");

        var line = OnlyLine();
        line.GetProperty("level").GetString().ShouldBe("WARN");
        line.GetProperty("function").GetString().ShouldBe("AlarmFunction");
        line.GetProperty("data").GetProperty("function").GetString().ShouldBe("Forged");
        line.EnumerateObject().Count(member => member.Name is "level").ShouldBe(1);
    }

    [Theory]
    [InlineData("\n{\"level\":\"FATAL\"}\n")]
    [InlineData("\r\n\0\u0085\u2028\u2029\u202Eevil\u200B\uFEFF\u001b[31m")]
    [InlineData("\",\"function\":\"Forged")]
    [InlineData("</script><!-- ${jndi:x} {{x}}")]
    [InlineData("half a pair \ud800 and the other \udc00")]
    public void Hostile_text_stays_one_line_of_the_same_members(string text)
    {
        Decided(logger, text, 1, "none");

        var raw = Encoding.UTF8.GetString(stream.ToArray());
        raw.Count(c => c is '\n').ShouldBe(1);
        raw[..^1].ShouldAllBe(
            c => !char.IsControl(c) && c != '\u2028' && c != '\u2029' && c != '\u202E' && c != '\u200B' && c != '\uFEFF');
        var line = OnlyLine();
        line.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["timestamp", "level", "eventId", "event", "message", "function", "data"]);
        line.GetProperty("data").EnumerateObject().Select(member => member.Name).ShouldBe(["incident", "signals", "wait"]);
    }

    [Fact]
    public void Text_of_other_scripts_stays_legible()
    {
        Decided(logger, "订单数据库", 1, "none");

        Encoding.UTF8.GetString(stream.ToArray()).ShouldContain("订单数据库");
    }

    [Fact]
    public void An_exception_is_logged_with_type_message_stack_and_causes()
    {
        try
        {
            throw new InvalidOperationException("outer\nline", new FormatException("inner"));
        }
        catch (InvalidOperationException thrown)
        {
            logger.Log(LogLevel.Critical, new EventId(2), "state", thrown, static (_, _) => "it failed");
        }

        var line = OnlyLine();
        line.GetProperty("level").GetString().ShouldBe("FATAL");
        var exception = line.GetProperty("exception");
        exception.GetProperty("type").GetString().ShouldBe("System.InvalidOperationException");
        exception.GetProperty("message").GetString().ShouldBe("outer\nline");
        exception.GetProperty("stack").GetString()!.ShouldContain(nameof(JsonLoggerTests));
        exception.GetProperty("inner").GetProperty("type").GetString().ShouldBe("System.FormatException");
    }

    [Fact]
    public void Entries_below_the_level_are_dropped()
    {
        logger.Log(LogLevel.Debug, new EventId(3), "state", null, static (_, _) => "quiet");

        stream.Length.ShouldBe(0);
    }

    [Fact]
    public void A_huge_text_is_cut_so_that_the_line_stays_one_log_event()
    {
        var huge = new string('x', 1_000_000);

        Decided(logger, huge, 1, "none");

        stream.Length.ShouldBeLessThan(20_000);
        OnlyLine().GetProperty("data").GetProperty("incident").GetString()!.ShouldEndWith("…");
    }

    [Fact]
    public async Task Lines_of_concurrent_work_do_not_mix()
    {
        await Parallel.ForAsync(0, 500, (i, _) =>
        {
            Decided(logger, "inc", i, "none");
            return ValueTask.CompletedTask;
        });

        Lines().Select(line => line.GetProperty("data").GetProperty("signals").GetInt32()).Order()
            .ShouldBe(Enumerable.Range(0, 500));
    }

    [Theory]
    [InlineData("DEBUG", LogLevel.Debug)]
    [InlineData("fatal", LogLevel.Critical)]
    [InlineData("", LogLevel.Information)]
    [InlineData(null, LogLevel.Information)]
    public void The_level_is_read_as_lambda_writes_it(string? text, LogLevel level) => JsonLogger.LevelOf(text).ShouldBe(level);

    private JsonElement OnlyLine() => Lines().ShouldHaveSingleItem();

    private IEnumerable<JsonElement> Lines() => Encoding.UTF8.GetString(stream.ToArray())
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement);

    [LoggerMessage(EventId = 7, Level = LogLevel.Information, Message = "Incident {incident} took signal {signals} after {wait}")]
    private static partial void Decided(ILogger logger, string incident, int signals, string wait);
}
