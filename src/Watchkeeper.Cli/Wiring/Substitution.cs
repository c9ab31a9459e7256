using System.Collections.Immutable;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// <c>Fn::Sub</c>: replaces <c>${Name}</c> and <c>${Resource.Attribute}</c> in a text; <c>${!x}</c> is the literal <c>${x}</c>.
/// </summary>
internal sealed class Substitution(Intrinsics intrinsics, ProblemList problems)
{
    private static readonly ImmutableDictionary<string, TemplateValue> None =
        ImmutableDictionary.Create<string, TemplateValue>(StringComparer.Ordinal);

    public TemplateValue Apply(YamlNode argument, TemplatePosition place, string key)
    {
        if (argument is YamlScalarNode { Value: { } text })
            return Fill(text, None, place, key);
        return argument is YamlSequenceNode { Children: [YamlScalarNode { Value: { } template }, YamlMappingNode map] }
            ? Fill(template, Variables(map, key), place, key)
            : intrinsics.Broken(place, key, "!Sub takes a text, or [text, {name: value}]");
    }

    private ImmutableDictionary<string, TemplateValue> Variables(YamlMappingNode map, string key) =>
        TemplateDocument.Members(map, key, problems)
            .ToImmutableDictionary(
                member => member.Key,
                member => intrinsics.Evaluate(member.Value, $"{key}.{member.Key}"),
                StringComparer.Ordinal);

    private TemplateValue Fill(
        string text, ImmutableDictionary<string, TemplateValue> variables, TemplatePosition place, string key)
    {
        var filled = new StringBuilder(text.Length);
        var done = 0;
        for (var open = text.IndexOf("${", StringComparison.Ordinal);
            open >= 0;
            open = text.IndexOf("${", done, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                return intrinsics.Broken(place, key, "a ${ has no }");
            filled.Append(text, done, open - done);
            done = close + 1;
            var name = text[(open + 2)..close];
            if (name is ['!', .. var literal])
                filled.Append("${").Append(literal).Append('}');
            else if (Value(name.Trim(), variables, place, key) is TemplateValue.Text value)
                filled.Append(value.Value);
            else
                return intrinsics.Broken(place, key, $"${{{name}}} has no text to put in its place");
        }

        return new TemplateValue.Text(place, filled.Append(text, done, text.Length - done).ToString());
    }

    private TemplateValue Value(
        string name, ImmutableDictionary<string, TemplateValue> variables, TemplatePosition place, string key) =>
        variables.TryGetValue(name, out var own) ? own
        : name.Contains('.', StringComparison.Ordinal) ? intrinsics.Attribute(name, place, key)
        : intrinsics.Reference(name, place, key);
}
