using System.Collections.Immutable;
using Watchkeeper.Cli.Usage;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Resolves every parameter to the given value or its default, and validates the value by the template's own rules.
/// </summary>
internal sealed class ParameterReader(ProblemList problems)
{
    public ImmutableSortedDictionary<string, string> Read(
        TemplateDocument template, WiringOptions options)
    {
        var given = options.Parameters;
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in template.Section("Parameters", problems))
        {
            var key = $"Parameters.{name}";
            if (node is not YamlMappingNode parameter)
                problems.Add(TemplatePosition.From(node), key, "must be a map with a Type");
            else if (given.TryGetValue(name, out var chosen))
                values.Add(name, new ParameterCheck(problems, isGiven: true).Checked(chosen, parameter, key));
            else if ((Scalar(parameter, "Default") ?? options.Fallbacks.GetValueOrDefault(name)) is { } value)
                values.Add(name, new ParameterCheck(problems, isGiven: false).Checked(value, parameter, key));
            else
                Missing(node, name, key);
        }

        foreach (var name in given.Keys.Where(name => !values.ContainsKey(name)).Order(StringComparer.Ordinal))
            problems.Add(new WiringProblem(default, $"Parameters.{name}", Unknown(name, [.. values.Keys])) { IsGiven = true });
        return values.ToImmutable();
    }

    private void Missing(YamlNode node, string name, string key) => problems.Add(
        new WiringProblem(TemplatePosition.From(node), key, $"has no default value: give --parameter {name}=…")
        {
            IsGiven = true,
        });

    private static string Unknown(string name, ImmutableArray<string> known)
    {
        var names = known.IsEmpty ? "none" : string.Join(", ", known);
        return Nearest.Question(name, known) is { Length: > 0 } question
            ? $"the template has no such parameter{question} It has {names}"
            : $"the template has no such parameter; it has {names}";
    }

    private static string? Scalar(YamlMappingNode map, string name) =>
        TemplateDocument.Child(map, name) is YamlScalarNode scalar ? scalar.Value : null;
}
