using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// Parses <c>anything-but</c>: a string, a number, a list of only strings or only numbers, or one of <c>prefix</c>,
/// <c>suffix</c>, <c>equals-ignore-case</c> and <c>wildcard</c> with a string or a list of strings.
/// </summary>
internal static class AnythingButReader
{
    private delegate ValueMatcher? ItemReader(JsonElement item, string path, Refusal refusal);

    public static AnythingBut? Read(JsonElement operand, string path, Refusal refusal)
    {
        if (operand.ValueKind != JsonValueKind.Object)
        {
            return IsMixed(operand)
                ? refusal.None<AnythingBut>(path, "a list inside anything-but has only strings or only numbers")
                : ReadAll(operand, path, refusal, ReadPlain);
        }

        if (!MatchExpressionReader.TryReadOnly(operand, path, refusal, out var type, out var inner)) return null;
        path = PatternPath.Member(path, type);
        return type switch
        {
            "prefix" => ReadAll(inner, path, refusal, ReadPrefix),
            "suffix" => ReadAll(inner, path, refusal, ReadSuffix),
            "wildcard" => ReadAll(inner, path, refusal, MatchExpressionReader.ReadWildcard),
            MatchExpressionReader.IgnoreCase => ReadAll(inner, path, refusal, ReadIgnoreCase),
            _ => refusal.None<AnythingBut>(path, $"{PatternPath.Quote(type)} cannot stand inside anything-but"),
        };
    }

    private static bool IsMixed(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.Array
        && operand.EnumerateArray().Select(item => item.ValueKind).Distinct().Skip(1).Any();

    private static AnythingBut? ReadAll(JsonElement operand, string path, Refusal refusal, ItemReader read)
    {
        if (operand.ValueKind != JsonValueKind.Array) return read(operand, path, refusal) is { } only ? new([only]) : null;
        if (operand.GetArrayLength() == 0) return refusal.None<AnythingBut>(path, "an empty array excludes nothing");

        var excluded = ImmutableArray.CreateBuilder<ValueMatcher>();
        var index = 0;
        foreach (var item in operand.EnumerateArray())
        {
            if (read(item, PatternPath.Item(path, index++), refusal) is not { } matcher) return null;
            excluded.Add(matcher);
        }

        return new(excluded.ToImmutable());
    }

    private static ValueMatcher? ReadPlain(JsonElement item, string path, Refusal refusal) => item.ValueKind switch
    {
        JsonValueKind.String => new ExactText(JsonText.Read(item)),
        JsonValueKind.Number => NumericReader.ReadNumber(item, path, refusal) is { } value ? new NumberRange(value) : null,
        _ => refusal.None<ValueMatcher>(path, "anything-but excludes strings or numbers; true, false, null and lists it cannot"),
    };

    private static TextPrefix? ReadPrefix(JsonElement item, string path, Refusal refusal) =>
        ReadAffix(item, "prefix", path, refusal) is { } text ? new(text) : null;

    private static TextSuffix? ReadSuffix(JsonElement item, string path, Refusal refusal) =>
        ReadAffix(item, "suffix", path, refusal) is { } text ? new(text) : null;

    private static CaseBlindText? ReadIgnoreCase(JsonElement item, string path, Refusal refusal) =>
        MatchExpressionReader.ReadText(item, MatchExpressionReader.IgnoreCase, path, refusal) is { } text
            ? new(text, TextAnchor.Whole)
            : null;

    private static string? ReadAffix(JsonElement item, string type, string path, Refusal refusal)
    {
        // An empty text is valid outside of anything-but. Inside, it would exclude every string, and AWS rejects it.
        var text = MatchExpressionReader.ReadText(item, type, path, refusal);
        return text is "" ? refusal.None<string>(path, $"an empty {type} cannot be excluded") : text;
    }
}
