using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Versions;

/// <summary>
/// Writes the checked form of a configuration as YAML, which <c>config check</c> reads back to the same form. The list of own
/// detections, which follows from their files, is a comment.
/// </summary>
internal static class ConfigurationYaml
{
    // What YAML 1.1 takes for something else than a text.
    private static readonly FrozenSet<string> Words =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "true", "false", "yes", "no", "on", "off", "y", "n", "null");

    public static string Write(ReadOnlyMemory<byte> content)
    {
        var written = JsonNode.Parse(content.Span)!.AsObject();
        if (written.Count == 0)
            return "{}\n";
        var text = new StringBuilder();
        if (written["detections"] is JsonObject detections && detections["list"] is JsonObject list)
        {
            text.Append(CultureInfo.InvariantCulture, $"# detections.files: {list["files"]} files, list {list["hash"]}\n");
            detections.Remove("list");
        }

        var root = JsonElement.Parse(written.ToJsonString());
        using (var writer = new StringWriter(text, null) { NewLine = "\n" })
            new YamlStream(new YamlDocument(Node(root))).Save(writer, assignAnchors: false);
        // A stream ends with the mark of the document's end, which a file does not need.
        return text.Replace("\r", "").ToString().TrimEnd('\n', '.') + "\n";
    }

    private static YamlNode Node(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new YamlMappingNode(value.EnumerateObject().SelectMany(
            member => new[] { Text(member.Name), Node(member.Value) })),
        JsonValueKind.Array => new YamlSequenceNode(value.EnumerateArray().Select(Node)),
        JsonValueKind.String => Text(value.GetString()!),
        _ => new YamlScalarNode(value.GetRawText()),
    };

    // Without quotes an empty text would be nothing, and a number or yes would look like what it is not.
    private static YamlScalarNode Text(string text) => new(text)
    {
        Style = IsPlain(text) ? ScalarStyle.Plain
            : text.AsSpan().ContainsAny('\n', '\t') ? ScalarStyle.DoubleQuoted
            : ScalarStyle.SingleQuoted,
    };

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.Trim() == text && !Words.Contains(text)
        && text.All(each => char.IsLetter(each) || each is '-' or '_' or '/' or ' ' or '.');
}
