using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Routes;

/// <summary>Answers one line of <c>route test --batch</c>: <c>{"config":PATH,"labels":{…}}</c>. Each file is read once.</summary>
internal sealed class RouteBatchLine(TimeProvider time)
{
    private const string Known = "a line is {\"config\":PATH,\"labels\":{…}}";

    private readonly Dictionary<string, Route> routes = new(StringComparer.Ordinal);

    /// <summary>Writes the receivers, or why the line is invalid. Returns whether it is valid.</summary>
    public bool Answer(ReadOnlyMemory<byte> line, long number, IBufferWriter<byte> answers, bool asJson)
    {
        try
        {
            Write(answers, Receivers(ByteOrderMark.Skip(line)), asJson);
            return true;
        }
        catch (Exception error) when (error is AskException or JsonException or InvalidOperationException)
        {
            var reason = error is JsonException ? Known : error.Message;
            var text = string.Create(CultureInfo.InvariantCulture, $"line {number}: {InertText.Line(reason)}");
            Write(answers, asJson ? new JsonObject { ["error"] = text }.ToJsonString() : $"invalid: {text}");
            return false;
        }
    }

    private ImmutableArray<string> Receivers(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
            throw new AskException("the line is not valid UTF-8");
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object)
            throw new AskException(Known);
        foreach (var member in root.EnumerateObject().Where(member => member.Name is not ("config" or "labels")))
            throw new AskException($"the key {member.Name} is not known: {Known}");
        if (!root.TryGetProperty("config", out var config) || config.ValueKind is not JsonValueKind.String)
            throw new AskException($"config is missing: {Known}");
        return RouteOf(config.GetString()!).MatchWithRepeats(Labels(root));
    }

    private static LabelSet Labels(JsonElement root)
    {
        if (!root.TryGetProperty("labels", out var labels))
            return LabelSet.Empty;
        if (labels.ValueKind is not JsonValueKind.Object)
            throw new AskException($"labels must be an object: {Known}");
        return LabelSet.From(labels.EnumerateObject().Select(label => label.Value.ValueKind is JsonValueKind.String
            ? KeyValuePair.Create(label.Name, label.Value.GetString()!)
            : throw new AskException($"the value of the label {label.Name} must be a text")));
    }

    private Route RouteOf(string path)
    {
        if (!routes.TryGetValue(path, out var route))
            routes[path] = route = RoutedFile.Read(path, time.GetUtcNow());
        return route;
    }

    private static void Write(IBufferWriter<byte> answers, ImmutableArray<string> receivers, bool asJson) =>
        Write(answers, asJson ? ReceiverList.Json(receivers) : string.Join(',', receivers));

    private static void Write(IBufferWriter<byte> answers, string text) => Encoding.UTF8.GetBytes(text + "\n", answers);
}
