using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>An intrinsic function of CloudFormation in either of its spellings: <c>!Ref X</c> or <c>{Ref: X}</c>.</summary>
/// <param name="Name">The function's name without <c>!</c> and <c>Fn::</c>.</param>
/// <param name="Argument">The function's argument.</param>
internal readonly record struct IntrinsicCall(string Name, YamlNode Argument)
{
    private const string LongPrefix = "Fn::";

    /// <summary>Returns the call that the node represents; null if the node is plain data.</summary>
    public static IntrinsicCall? From(YamlNode node)
    {
        // Tags such as «!!str» belong to YAML; the parser expands them to «tag:yaml.org,…».
        if (!node.Tag.IsEmpty && node.Tag.Value is ['!', .. { Length: > 0 } name])
            return new(name, node);
        if (node is not YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: { } key } }] } map)
            return null;
        if (key == "Ref")
            return new(key, map.Children[0].Value);
        return key.StartsWith(LongPrefix, StringComparison.Ordinal)
            ? new(key[LongPrefix.Length..], map.Children[0].Value)
            : null;
    }
}
