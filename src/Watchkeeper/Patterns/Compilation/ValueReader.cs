using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Patterns.Matching;
using Watchkeeper.Patterns.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Parses the list of a field.</summary>
internal static class ValueReader
{
    public static Condition? Read(JsonElement values, string path, Refusal refusal)
    {
        if (values.GetArrayLength() == 0) return refusal.None<Condition>(path, "an empty array; give at least one value");

        var matchers = ImmutableArray.CreateBuilder<ValueMatcher>();
        var index = 0;
        foreach (var value in values.EnumerateArray())
        {
            if (ReadValue(value, PatternPath.Item(path, index++), refusal) is not { } matcher) return null;
            matchers.Add(matcher);
        }

        return new(matchers.ToImmutable());
    }

    private static ValueMatcher? ReadValue(JsonElement value, string path, Refusal refusal) => value.ValueKind switch
    {
        JsonValueKind.Object => MatchExpressionReader.Read(value, path, refusal),
        JsonValueKind.String => ReadText(JsonText.Read(value)),
        JsonValueKind.Number => ReadNumber(value),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => new ExactLiteral(value.ValueKind),
        _ => refusal.None<ValueMatcher>(path, "a value is a string, a number, true, false, null or a match expression"),
    };

    private static ValueMatcher ReadText(string text) => (ValueMatcher?)AddressRange.OfOne(text) ?? new ExactText(text);

    private static ExactNumber ReadNumber(JsonElement value)
    {
        var written = JsonMarshal.GetRawUtf8Value(value);
        return new(written.ToArray(), DecimalText.TryRead(written, out var number) ? number : null);
    }
}
