using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Kills.Calls;

/// <summary>What one statement of a role allows on the rows whose keys begin so.</summary>
/// <param name="Actions">The actions, such as <c>dynamodb:GetItem</c>.</param>
/// <param name="Keys">The keys: <c>D#*</c> for those that begin so, <c>V#</c> for that one.</param>
internal sealed record GrantedRows(ImmutableArray<string> Actions, ImmutableArray<string> Keys)
{
    /// <summary>The key by which the statement allows a request of a row; null if it does not.</summary>
    public string? Allows(RequestedRow row) => Actions.Contains(row.Action, StringComparer.Ordinal)
        ? Keys.FirstOrDefault(key => key.EndsWith('*')
            ? row.Partition.StartsWith(key[..^1], StringComparison.Ordinal)
            : string.Equals(row.Partition, key, StringComparison.Ordinal))
        : null;

    /// <summary>Every statement about rows in a resource of template.yaml.</summary>
    public static IEnumerable<GrantedRows> In(YamlNode resource) => resource switch
    {
        YamlMappingNode map when Child(Child(Child(map, "Condition"), "ForAllValues:StringLike"), "dynamodb:LeadingKeys") is { } keys =>
            [new([.. Texts(Child(map, "Action")!)], [.. Texts(keys)])],
        YamlMappingNode map => map.Children.Values.SelectMany(In),
        YamlSequenceNode list => list.Children.SelectMany(In),
        _ => [],
    };

    private static YamlNode? Child(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => [text],
        YamlSequenceNode list => list.Children.SelectMany(Texts),
        _ => [],
    };
}
