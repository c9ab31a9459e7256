using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The template's conditions: <c>Fn::Equals</c>, <c>Fn::Not</c>, <c>Fn::And</c>, <c>Fn::Or</c>, and <c>Fn::If</c> over them.</summary>
internal sealed class Conditions(Intrinsics intrinsics, TemplateSymbols symbols, ProblemList problems)
{
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    /// <summary>Whether a condition holds. One that is unknown, or depends on itself, is a problem and does not.</summary>
    public bool Holds(string condition, TemplatePosition place, string key)
    {
        if (!symbols.Conditions.TryGetValue(condition, out var node))
        {
            problems.Add(place, key, $"«{condition}» is no condition of this template");
            return false;
        }

        var path = $"Conditions.{condition}";
        if (!_underWay.Add(condition))
        {
            problems.Add(TemplatePosition.From(node), path, "depends on itself");
            return false;
        }

        var holds = Decide(node, path);
        _underWay.Remove(condition);
        return holds;
    }

    /// <summary><c>!If [condition, then, else]</c>. Only the branch that is taken is worked out.</summary>
    public TemplateValue Choose(YamlNode argument, TemplatePosition place, string key)
    {
        if (intrinsics.Arguments(argument, 3, "[condition, value if it holds, value if not]", key) is not [var test, var then, var otherwise])
            return new TemplateValue.Broken(place);
        return test is YamlScalarNode { Tag.IsEmpty: true, Value: { } condition }
            ? intrinsics.Evaluate(Holds(condition, place, key) ? then : otherwise, key)
            : intrinsics.Broken(place, key, "!If begins with the name of a condition");
    }

    private bool Decide(YamlNode node, string key)
    {
        // A map with this one key is a call only here: elsewhere it is data, as in a policy's statement.
        if (node is YamlMappingNode { Children: [{ Key: YamlScalarNode { Value: "Condition" }, Value: YamlScalarNode { Value: { } named } }] })
            return Holds(named, TemplatePosition.From(node), key);
        switch (IntrinsicCall.From(node))
        {
            case { Name: "Condition", Argument: YamlScalarNode { Value: { } other } }:
                return Holds(other, TemplatePosition.From(node), key);
            case { Name: "Equals" } equals when intrinsics.Arguments(equals.Argument, 2, "[one, other]", key) is [var one, var other]:
                return Same(intrinsics.Evaluate(one, key), intrinsics.Evaluate(other, key));
            case { Name: "Not" } not when intrinsics.Arguments(not.Argument, 1, "[condition]", key) is [var inner]:
                return !Decide(inner, key);
            case { Name: "And", Argument: YamlSequenceNode all }:
                return all.Children.All(each => Decide(each, key));
            case { Name: "Or", Argument: YamlSequenceNode any }:
                return any.Children.Any(each => Decide(each, key));
            case { Name: "Equals" or "Not" }:
                return false;
            default:
                problems.Add(TemplatePosition.From(node), key, "a condition is one of !Equals, !Not, !And, !Or and !Condition");
                return false;
        }
    }

    private static bool Same(TemplateValue one, TemplateValue other) =>
        one is TemplateValue.Text left && other is TemplateValue.Text right && left.Value == right.Value;
}
