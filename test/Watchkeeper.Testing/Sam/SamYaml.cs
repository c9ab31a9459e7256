using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Testing.Sam;

/// <summary>
/// Reads a template from YAML as SAM CLI does: short forms as long ones, plain scalars by the rules of YAML 1.1.
/// </summary>
internal static class SamYaml
{
    private static readonly HashSet<string> Yes = new(["true", "yes", "on"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> No = new(["false", "no", "off"], StringComparer.OrdinalIgnoreCase);

    public static JsonObject Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Node(stream.Documents.Single().RootNode)!.AsObject();
    }

    private static JsonNode? Node(YamlNode node)
    {
        if (node.Tag.IsEmpty || node.Tag.Value is not ['!', not '!', ..] tag)
            return Plain(node);
        var name = tag[1..];
        JsonNode? argument = name == "GetAtt" && node is YamlScalarNode { Value: { } path }
            ? new JsonArray([.. path.Split('.', 2).Select(part => (JsonNode)part)])
            : Plain(node);
        return new JsonObject { [name is "Ref" or "Condition" ? name : $"Fn::{name}"] = argument };
    }

    private static JsonNode? Plain(YamlNode node) => node switch
    {
        YamlMappingNode map =>
            new JsonObject(map.Select(member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, Node(member.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Tag.IsEmpty: true } scalar => Word(scalar.Value ?? ""),
        YamlScalarNode scalar => scalar.Value,
        _ => throw new NotSupportedException(node.NodeType.ToString()),
    };

    private static JsonNode? Word(string word) => word switch
    {
        "" or "~" or "null" => null,
        _ when Yes.Contains(word) => true,
        _ when No.Contains(word) => false,
        _ when int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => word,
    };
}
