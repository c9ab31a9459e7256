using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Resolves every parameter to the given value or its default, and validates the value by the template's own rules.
/// </summary>
internal sealed class ParameterReader(ProblemList problems)
{
    public ImmutableSortedDictionary<string, string> Read(
        TemplateDocument template, ImmutableDictionary<string, string> given)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in template.Section("Parameters", problems))
        {
            var key = $"Parameters.{name}";
            if (node is not YamlMappingNode parameter)
                problems.Add(TemplatePosition.From(node), key, "must be a map with a Type");
            else if ((given.GetValueOrDefault(name) ?? Scalar(parameter, "Default")) is { } value)
                values.Add(name, Checked(value, parameter, key));
            else
                problems.Add(TemplatePosition.From(node), key, $"has no default value: give --parameter {name}=…");
        }

        foreach (var name in given.Keys.Where(name => !values.ContainsKey(name)).Order(StringComparer.Ordinal))
        {
            problems.Add(
                default,
                $"Parameters.{name}",
                $"the template has no such parameter; it has {string.Join(", ", values.Keys)}");
        }

        return values.ToImmutable();
    }

    private string Checked(string value, YamlMappingNode parameter, string key)
    {
        var place = TemplatePosition.From(parameter);
        if (TemplateDocument.Child(parameter, "AllowedValues") is YamlSequenceNode allowed)
        {
            var names = allowed.Children.OfType<YamlScalarNode>().Select(item => item.Value).ToList();
            if (!names.Contains(value, StringComparer.Ordinal))
                problems.Add(place, key, $"«{value}» is not allowed: choose one of {string.Join(", ", names)}");
        }

        if (Scalar(parameter, "AllowedPattern") is { } pattern && !Matches(value, pattern, place, key))
        {
            problems.Add(
                place, key,
                $"«{value}» is not allowed: {Scalar(parameter, "ConstraintDescription") ?? $"it must match {pattern}"}");
        }

        if (Scalar(parameter, "Type") == "Number")
            CheckNumber(value, parameter, place, key);
        return value;
    }

    private bool Matches(string value, string pattern, TemplatePosition place, string key)
    {
        try
        {
            // CloudFormation requires the pattern to match the whole value.
            return Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            problems.Add(place, $"{key}.AllowedPattern", $"cannot be checked here: {refused.Message}");
            return true;
        }
    }

    private void CheckNumber(string value, YamlMappingNode parameter, TemplatePosition place, string key)
    {
        if (Number(value) is not { } number)
        {
            problems.Add(place, key, $"«{value}» is not a number");
            return;
        }

        if (Number(Scalar(parameter, "MinValue")) is { } least && number < least)
            problems.Add(place, key, $"{value} is too small: the minimum is {least}");
        if (Number(Scalar(parameter, "MaxValue")) is { } most && number > most)
            problems.Add(place, key, $"{value} is too large: the maximum is {most}");
    }

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Scalar(YamlMappingNode map, string name) =>
        TemplateDocument.Child(map, name) is YamlScalarNode scalar ? scalar.Value : null;
}
