using System.Text.Json.Nodes;

namespace Watchkeeper.Testing.Sam;

/// <summary>
/// Resolves values as SAM CLI does for a local run (samcli/lib/intrinsic_resolver/intrinsic_property_resolver.py), which differs
/// from CloudFormation. An intrinsic function that is missing here fails the test that needs it.
/// </summary>
internal sealed class SamResolver(JsonObject template, SamSymbols symbols)
{
    private readonly JsonObject conditions = template["Conditions"] as JsonObject ?? [];

    /// <summary>The value, or null for AWS::NoValue.</summary>
    /// <exception cref="SamUnresolvedException">SAM CLI cannot resolve it.</exception>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        null => throw new SamUnresolvedException("nothing where something must be"),
        JsonArray list => new JsonArray([.. list.Select(item => Resolve(item)?.DeepClone())]),
        JsonObject { Count: > 0 } map => Apply(map.First().Key, map.First().Value) is { } found ? found.Value : Members(map),
        _ => node,
    };

    private Result? Apply(string name, JsonNode? argument) => name switch
    {
        "Ref" => new(symbols.ValueOf(Text(Resolve(argument)), "Ref")),
        "Fn::GetAtt" => new(Attribute(List(argument, 2))),
        "Fn::Sub" => new(new SamSubstitution(this, symbols).Apply(argument)),
        "Fn::If" => new(Choose(List(argument, 3))),
        "Fn::Equals" => new(List(argument, 2) is var pair && JsonNode.DeepEquals(Resolve(pair[0]), Resolve(pair[1]))),
        "Fn::Not" => new(!Holds(List(argument, 1)[0])),
        "Fn::And" => new(List(argument, null).All(Holds)),
        "Fn::Or" => new(List(argument, null).Any(Holds)),
        "Fn::Join" => new(Join(List(argument, 2))),
        "Fn::ImportValue" => throw new SamUnresolvedException("another stack's values are not known"),
        _ when name.StartsWith("Fn::", StringComparison.Ordinal) =>
            throw new NotSupportedException($"SAM's rule for {name} is not written down here"),
        _ => null,
    };

    // An unresolvable member stays as written and harms no other.
    private JsonObject Members(JsonObject map)
    {
        var resolved = new JsonObject();
        foreach (var (name, value) in map)
        {
            try
            {
                resolved[name] = Resolve(value)?.DeepClone();
            }
            catch (SamUnresolvedException)
            {
                resolved[name] = value?.DeepClone();
            }
        }

        return resolved;
    }

    private JsonNode? Attribute(JsonArray path) => symbols.ValueOf(Text(path[0]), Text(path[1]));

    // SAM CLI resolves both branches, whichever applies: if one is unresolvable, so is the whole.
    private JsonNode? Choose(JsonArray choice)
    {
        var (whenTrue, whenFalse) = (Resolve(choice[1]), Resolve(choice[2]));
        return conditions[Text(choice[0])] is JsonObject condition
            ? Holds(condition) ? whenTrue : whenFalse
            : throw new SamUnresolvedException($"there is no condition {choice[0]}");
    }

    private bool Holds(JsonNode? condition) => Resolve(condition) switch
    {
        JsonObject named when named["Condition"] is { } name && conditions[Text(name)] is { } meant => Holds(meant),
        JsonValue value when value.TryGetValue<bool>(out var holds) => holds,
        var other => throw new SamUnresolvedException($"{other} is neither true nor false"),
    };

    private string Join(JsonArray join) =>
        Resolve(join[1]) is JsonArray parts
            ? string.Join(Text(join[0]), parts.Select(Text))
            : throw new SamUnresolvedException("Fn::Join takes a list");

    private JsonArray List(JsonNode? argument, int? count) =>
        Resolve(argument) is JsonArray list && (count is null || list.Count == count)
            ? list
            : throw new SamUnresolvedException($"a list of {count} is wanted");

    internal static string Text(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var plain)
            ? plain
            : throw new SamUnresolvedException($"{value} is no text");

    private sealed record Result(JsonNode? Value);
}
