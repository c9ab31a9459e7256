using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.Describing;

/// <summary>The values that a pattern allows for one field, in words.</summary>
internal static class ValueText
{
    /// <summary>Such as «is a or b, or begins with c or d».</summary>
    public static string Of(JsonElement values)
    {
        var phrases = values.Items().Select(Read).GroupBy(one => one.Verb, StringComparer.Ordinal)
            .Select(group => Phrase(group.Key, [.. group.SelectMany(one => one.Texts).Distinct(StringComparer.Ordinal)]));
        return string.Join(", or ", phrases);
    }

    /// <summary>Such as «a, b or c».</summary>
    public static string List(IReadOnlyList<string> texts) => texts.Count < 2
        ? string.Concat(texts)
        : $"{string.Join(", ", texts.Take(texts.Count - 1))} or {texts[^1]}";

    private static string Phrase(string verb, IReadOnlyList<string> texts) =>
        texts.Count == 0 ? verb : verb.Replace("…", List(texts), StringComparison.Ordinal);

    // The verb has «…» where the texts go.
    private static (string Verb, ImmutableArray<string> Texts) Read(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return ("is …", [Plain(value)]);
        var (name, operand) = Only(value);
        return name switch
        {
            "exists" => (operand.ValueKind is JsonValueKind.True ? "is there" : "is missing", []),
            "numeric" => ("is …", [string.Join(" and ", operand.Items().Chunk(2).Select(Comparison))]),
            "cidr" => ("is in …", [operand.Text()]),
            "anything-but" when operand.ValueKind is JsonValueKind.Object => Compare(Only(operand), isNegated: true),
            "anything-but" => ("is not …", Texts(operand)),
            _ => Compare((name, operand), isNegated: false),
        };
    }

    private static (string Verb, ImmutableArray<string> Texts) Compare(
        (string Name, JsonElement Operand) comparison, bool isNegated)
    {
        var (name, operand) = comparison;
        if (operand.ValueKind is JsonValueKind.Object)
        {
            // A prefix or suffix in any case.
            var (verb, texts) = Compare((name, Only(operand).Operand), isNegated);
            return ($"{verb} in any case", texts);
        }

        var phrase = name switch
        {
            "prefix" => isNegated ? "does not begin with …" : "begins with …",
            "suffix" => isNegated ? "does not end with …" : "ends with …",
            "wildcard" => isNegated ? "is not like …" : "is like …",
            "equals-ignore-case" => isNegated ? "is not … in any case" : "is … in any case",
            _ => isNegated ? $"is not {name} …" : $"is {name} …",
        };
        return (phrase, Texts(operand));
    }

    private static (string Name, JsonElement Operand) Only(JsonElement matcher)
    {
        var member = matcher.EnumerateObject().First();
        return (member.Name, member.Value);
    }

    private static ImmutableArray<string> Texts(JsonElement operand) => [.. operand.Items().Select(Plain)];

    private static string Plain(JsonElement value) => value.Text() is { Length: > 0 } text ? text : "empty";

    private static string Comparison(JsonElement[] pair) => string.Join(' ', pair.Select(RuleJson.Text));
}
