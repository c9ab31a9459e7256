using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.Describing;

/// <summary>The services and calls that a pattern names.</summary>
internal static class PatternNames
{
    private const string ServiceSuffix = ".amazonaws.com";

    /// <summary>
    /// The services as CloudTrail names their event sources, without <c>.amazonaws.com</c>; empty if the pattern takes any.
    /// </summary>
    public static ImmutableArray<string> Services(JsonElement pattern) =>
    [
        .. Names(pattern.Member("detail"), "eventSource").Select(ShortService)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The calls, with <c>*</c> where the pattern leaves a name open; empty if it takes any.</summary>
    public static ImmutableArray<string> Calls(JsonElement pattern) =>
        [.. Names(pattern.Member("detail"), "eventName").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The name of a service without <c>.amazonaws.com</c>.</summary>
    public static string ShortService(string source) =>
        source.EndsWith(ServiceSuffix, StringComparison.OrdinalIgnoreCase) ? source[..^ServiceSuffix.Length] : source;

    private static IEnumerable<string> Names(JsonElement node, string field) =>
    [
        .. node.Member(field).Items().Select(Name).OfType<string>(),
        .. node.Member("$or").Items().SelectMany(alternative => Names(alternative, field)),
    ];

    // What is excluded («anything-but») names nothing that is found.
    private static string? Name(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
            return value.Text();
        if (value.Member("prefix") is { ValueKind: JsonValueKind.String } prefix)
            return $"{prefix.Text()}*";
        if (value.Member("suffix") is { ValueKind: JsonValueKind.String } suffix)
            return $"*{suffix.Text()}";
        string[] others = ["wildcard", "equals-ignore-case"];
        return others.Select(other => value.Member(other)).Where(other => other.ValueKind is JsonValueKind.String)
            .Select(RuleJson.Text).FirstOrDefault();
    }
}
