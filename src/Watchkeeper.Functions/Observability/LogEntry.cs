using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Observability;

/// <summary>One log entry, written as one line of JSON.</summary>
internal readonly record struct LogEntry
{
    // Together these limits keep an entry far below the 256 KB at which CloudWatch Logs cuts an event.
    private const int MaxTextLength = 4096;
    private const int MaxStackLength = 16384;
    private const int DeepestException = 4;

    public required DateTimeOffset At { get; init; }

    public required LogLevel Level { get; init; }

    public required EventId Event { get; init; }

    public required string Function { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyList<KeyValuePair<string, object?>>? Values { get; init; }

    public required Exception? Exception { get; init; }

    public required Invocation? Invocation { get; init; }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("timestamp", At.UtcDateTime);
        writer.WriteString("level", LevelName(Level));
        writer.WriteNumber("eventId", Event.Id);
        if (Event.Name is { Length: > 0 } name)
            writer.WriteString("event", name);
        writer.WriteString("message", Short(Message));
        writer.WriteString("function", Function);
        if (Invocation is { } invocation)
        {
            writer.WriteString("requestId", Short(invocation.RequestId));
            if (invocation.Trace is { } trace)
                writer.WriteString("traceId", trace.Root);
        }

        if (Values is { Count: > 0 })
            WriteValues(writer, Values);
        if (Exception is not null)
        {
            writer.WritePropertyName("exception");
            WriteException(writer, Exception, DeepestException);
        }
    }

    private static void WriteValues(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        writer.WriteStartObject("data");
        for (var i = 0; i < values.Count; i++)
        {
            var (name, value) = values[i];
            // Skips the message template: the event id already identifies it.
            if (name is "{OriginalFormat}")
                continue;
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time.UtcDateTime);
                break;
            case IFormattable formattable:
                writer.WriteStringValue(Short(formattable.ToString(null, CultureInfo.InvariantCulture)));
                break;
            default:
                writer.WriteStringValue(Short(value.ToString() ?? ""));
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("type", exception.GetType().FullName);
        writer.WriteString("message", Short(exception.Message));
        if (exception.StackTrace is { } stack)
            writer.WriteString("stack", InertText.Shorten(stack, MaxStackLength));
        if (exception.InnerException is { } inner && depth > 0)
        {
            writer.WritePropertyName("inner");
            WriteException(writer, inner, depth - 1);
        }

        writer.WriteEndObject();
    }

    private static string Short(string text) => InertText.Shorten(text, MaxTextLength);

    private static string LevelName(LogLevel level) => level switch
    {
        LogLevel.Trace => "TRACE",
        LogLevel.Debug => "DEBUG",
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        LogLevel.Error => "ERROR",
        _ => "FATAL",
    };
}
