using System.Text.Json;
using Watchkeeper.Patterns.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Parses a match expression: an object whose only property is the match type.</summary>
internal static class MatchExpressionReader
{
    public const string IgnoreCase = "equals-ignore-case";

    /// <summary>The property's name and value; false unless the object has exactly one property.</summary>
    public static bool TryReadOnly(JsonElement expression, string path, Refusal refusal, out string name, out JsonElement operand)
    {
        (name, operand) = ("", default);
        if (expression.GetPropertyCount() != 1)
            return refusal.At(path, "a match expression has exactly one property, its match type");
        foreach (var property in expression.EnumerateObject()) (name, operand) = (JsonText.ReadName(property), property.Value);
        return true;
    }

    public static ValueMatcher? Read(JsonElement expression, string path, Refusal refusal)
    {
        if (!TryReadOnly(expression, path, refusal, out var type, out var operand)) return null;
        path = PatternPath.Member(path, type);
        return type switch
        {
            "exactly" => ReadText(operand, type, path, refusal) is { } text ? new ExactText(text) : null,
            "prefix" => ReadAffix(operand, type, TextAnchor.Start, path, refusal),
            "suffix" => ReadAffix(operand, type, TextAnchor.End, path, refusal),
            IgnoreCase => ReadText(operand, type, path, refusal) is { } text ? new CaseBlindText(text, TextAnchor.Whole) : null,
            "wildcard" => ReadWildcard(operand, path, refusal),
            "cidr" => CidrReader.Read(operand, path, refusal),
            "numeric" => NumericReader.Read(operand, path, refusal),
            "anything-but" => AnythingButReader.Read(operand, path, refusal),
            "exists" when operand.ValueKind == JsonValueKind.True => new Present(),
            "exists" when operand.ValueKind == JsonValueKind.False => new Absent(),
            "exists" => refusal.None<ValueMatcher>(path, "exists is either true or false"),
            _ => refusal.None<ValueMatcher>(path, $"{PatternPath.Quote(type)} is not a match type"),
        };
    }

    public static Wildcard? ReadWildcard(JsonElement operand, string path, Refusal refusal)
    {
        if (ReadText(operand, "wildcard", path, refusal) is not { } text) return null;
        return Wildcard.TryRead(text, out var reason) ?? refusal.None<Wildcard>(path, reason);
    }

    public static string? ReadText(JsonElement operand, string type, string path, Refusal refusal) =>
        operand.ValueKind == JsonValueKind.String
            ? JsonText.Read(operand)
            : refusal.None<string>(path, $"{type} needs a string");

    private static ValueMatcher? ReadAffix(JsonElement operand, string type, TextAnchor anchor, string path, Refusal refusal)
    {
        if (operand.ValueKind == JsonValueKind.Object)
        {
            if (!TryReadOnly(operand, path, refusal, out var inner, out var innerOperand)) return null;
            var innerPath = PatternPath.Member(path, inner);
            if (inner != IgnoreCase)
                return refusal.None<ValueMatcher>(innerPath, $"{PatternPath.Quote(inner)} cannot stand inside {type}");
            return ReadText(innerOperand, inner, innerPath, refusal) is { } blind ? new CaseBlindText(blind, anchor) : null;
        }

        if (ReadText(operand, type, path, refusal) is not { } text) return null;
        return anchor == TextAnchor.Start ? new TextPrefix(text) : new TextSuffix(text);
    }
}
