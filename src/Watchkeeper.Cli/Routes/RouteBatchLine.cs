using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Configuration;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Routes;

/// <summary>
/// Answers one line of <c>route test --batch</c>: <c>{"config":PATH,"labels":{…},"at":TIME,"firing":[{…}]}</c>. Each file is
/// read once.
/// </summary>
internal sealed class RouteBatchLine(TimeProvider time)
{
    private readonly Dictionary<string, WatchkeeperConfiguration> files = new(StringComparer.Ordinal);

    /// <summary>Writes the receivers, or why the line is invalid. Returns whether it is valid.</summary>
    public bool Answer(ReadOnlyMemory<byte> line, long number, IBufferWriter<byte> answers, bool asJson)
    {
        try
        {
            Write(answers, Answer(ByteOrderMark.Skip(line)).ToText(asJson));
            return true;
        }
        catch (Exception error) when (error is AskException or JsonException or InvalidOperationException)
        {
            var reason = error is JsonException ? RouteQuestion.Form : error.Message;
            var text = string.Create(CultureInfo.InvariantCulture, $"line {number}: {InertText.Line(reason)}");
            Write(answers, asJson ? new JsonObject { ["error"] = text }.ToJsonString() : $"invalid: {text}");
            return false;
        }
    }

    private RouteAnswer Answer(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
            throw new AskException("the line is not valid UTF-8");
        using var document = JsonDocument.Parse(line);
        var question = RouteQuestion.Read(document.RootElement);
        return RouteAnswer.To(question, FileOf(question.Path));
    }

    private WatchkeeperConfiguration FileOf(string path)
    {
        if (!files.TryGetValue(path, out var file))
            files[path] = file = RoutedFile.ReadAll(path, time.GetUtcNow());
        return file;
    }

    private static void Write(IBufferWriter<byte> answers, string text) => Encoding.UTF8.GetBytes(text + "\n", answers);
}
