using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Evaluates the template's conditions: <c>Fn::Equals</c>, <c>Fn::Not</c>, <c>Fn::And</c>, <c>Fn::Or</c>, and <c>Fn::If</c>.
/// </summary>
internal sealed class Conditions(Intrinsics intrinsics, TemplateSymbols symbols, ProblemList problems)
{
    private readonly HashSet<string> underWay = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns whether a condition holds. Reports an unknown or circular condition as a problem and returns false.
    /// </summary>
    public bool Holds(string condition, TemplatePosition place, string key)
    {
        if (!symbols.Conditions.TryGetValue(condition, out var node))
        {
            problems.Add(place, key, $"«{condition}» is not a condition of this template");
            return false;
        }

        var path = $"Conditions.{condition}";
        if (!underWay.Add(condition))
        {
            problems.Add(TemplatePosition.From(node), path, "depends on itself");
            return false;
        }

        var holds = Decide(node, path);
        underWay.Remove(condition);
        return holds;
    }

    /// <summary><c>!If [condition, then, else]</c>. Evaluates only the selected branch.</summary>
    public TemplateValue Choose(YamlNode argument, TemplatePosition place, string key)
    {
        if (intrinsics.Arguments(argument, 3, "[condition, value if it holds, value if not]", key)
            is not [var test, var then, var otherwise])
        {
            return new TemplateValue.Broken(place);
        }

        return test is YamlScalarNode { Tag.IsEmpty: true, Value: { } condition }
            ? intrinsics.Evaluate(Holds(condition, place, key) ? then : otherwise, key)
            : intrinsics.Broken(place, key, "!If begins with the name of a condition");
    }

    private bool Decide(YamlNode node, string key)
    {
        // A map with this one key is a call only here. Elsewhere it is data, as in a policy statement.
        if (node is YamlMappingNode
            { Children: [{ Key: YamlScalarNode { Value: "Condition" }, Value: YamlScalarNode { Value: { } named } }] })
        {
            return Holds(named, TemplatePosition.From(node), key);
        }

        switch (IntrinsicCall.From(node))
        {
            case { Name: "Condition", Argument: YamlScalarNode { Value: { } other } }:
                return Holds(other, TemplatePosition.From(node), key);
            case { Name: "Equals" } equals
                when intrinsics.Arguments(equals.Argument, 2, "[one, other]", key) is [var one, var other]:
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
