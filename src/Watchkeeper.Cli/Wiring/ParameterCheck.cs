using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Checks the value of a parameter by the template's own rules.</summary>
/// <param name="problems">Receives what the rules forbid.</param>
/// <param name="isGiven">Whether the value was given, and is not the template's own.</param>
internal sealed class ParameterCheck(ProblemList problems, bool isGiven)
{
    /// <summary>Returns the value; reports what the template's own rules forbid.</summary>
    public string Checked(string value, YamlMappingNode parameter, string key)
    {
        var place = TemplatePosition.From(parameter);
        if (TemplateDocument.Child(parameter, "AllowedValues") is YamlSequenceNode allowed)
        {
            var names = allowed.Children.OfType<YamlScalarNode>().Select(item => item.Value).ToList();
            if (!names.Contains(value, StringComparer.Ordinal))
                Report(place, key, $"«{value}» is not allowed: choose one of {string.Join(", ", names)}");
        }

        if (Scalar(parameter, "AllowedPattern") is { } pattern && !Matches(value, pattern, place, key))
        {
            Report(
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
            Report(place, key, $"«{value}» is not a number");
            return;
        }

        if (Number(Scalar(parameter, "MinValue")) is { } least && number < least)
            Report(place, key, $"{value} is too small: the minimum is {least}");
        if (Number(Scalar(parameter, "MaxValue")) is { } most && number > most)
            Report(place, key, $"{value} is too large: the maximum is {most}");
    }

    private void Report(TemplatePosition place, string key, string message) =>
        problems.Add(new WiringProblem(place, key, message) { IsGiven = isGiven });

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Scalar(YamlMappingNode map, string name) =>
        TemplateDocument.Child(map, name) is YamlScalarNode scalar ? scalar.Value : null;
}
