using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Watchkeeper.Patterns;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary>One result of <c>match</c>: yes, no, or an invalid pattern or event.</summary>
internal readonly record struct MatchResult
{
    /// <summary>The maximum nesting of an event, equal to the core's limit.</summary>
    public static readonly JsonDocumentOptions EventJson = new() { MaxDepth = EventPattern.MaximumDepth };

    public bool IsMatch { get; private init; }

    /// <summary>The reason why the input is invalid; null if it is valid.</summary>
    public string? Error { get; private init; }

    /// <summary>The line of a batch that was invalid; null outside of a batch.</summary>
    public long? Line { get; init; }

    public static MatchResult Invalid(string reason) => new() { Error = reason };

    public static MatchResult Invalid(Rejection rejection) => Invalid($"{rejection.Reason} (at {rejection.Path})");

    public static MatchResult OfDocuments(ReadOnlySpan<byte> pattern, ReadOnlyMemory<byte> json)
    {
        var parsed = EventPattern.Parse(ByteOrderMark.Skip(pattern));
        return parsed.IsAccepted ? OfDocument(parsed.Pattern, json) : Invalid(parsed.Error);
    }

    public static MatchResult OfDocument(EventPattern pattern, ReadOnlyMemory<byte> json)
    {
        json = ByteOrderMark.Skip(json);
        if (!Utf8.IsValid(json.Span)) return Invalid("the event is not valid UTF-8");
        try
        {
            using var document = JsonDocument.Parse(json, EventJson);
            return Evaluate(pattern, document.RootElement);
        }
        catch (JsonException error)
        {
            return Invalid(NotJson("event", error));
        }
    }

    public static MatchResult Evaluate(EventPattern pattern, JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? new() { IsMatch = pattern.Matches(json) }
            : Invalid("the event is not a JSON object");

    public static string NotJson(string what, JsonException error) => string.Create(
        null, $"the {what} is not valid JSON (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})");

    /// <summary>Prints exactly one line, whatever the error contains.</summary>
    public void WriteLine(IBufferWriter<byte> output, bool asJson)
    {
        if (asJson) WriteJson(output);
        else if (Error is null) output.Write(IsMatch ? "true"u8 : "false"u8);
        else output.Write(Encoding.UTF8.GetBytes($"invalid: {(Line is null ? "" : $"line {Line}: ")}{InertText.Line(Error)}"));
        output.Write("\n"u8);
    }

    private void WriteJson(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output);
        writer.WriteStartObject();
        writer.WriteBoolean("match"u8, IsMatch);
        if (Error is not null) writer.WriteString("error"u8, Error);
        if (Line is { } line) writer.WriteNumber("line"u8, line);
        writer.WriteEndObject();
    }
}
