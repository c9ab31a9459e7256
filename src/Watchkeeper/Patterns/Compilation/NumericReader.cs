using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Patterns.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Parses <c>numeric</c>: one comparison, or a range with its bottom first.</summary>
internal static class NumericReader
{
    public static ValueMatcher? Read(JsonElement operand, string path, Refusal refusal)
    {
        if (operand.ValueKind != JsonValueKind.Array || operand.GetArrayLength() is not (2 or 4))
            return refusal.None<ValueMatcher>(path, "numeric needs an operator and a number, or both twice for a range");

        if (ReadOperator(operand[0], PatternPath.Item(path, 0), refusal) is not { } first
            || ReadNumber(operand[1], PatternPath.Item(path, 1), refusal) is not { } value)
        {
            return null;
        }

        return operand.GetArrayLength() == 2 ? Single(first, value) : ReadRange(operand, first, value, path, refusal);
    }

    /// <summary>The number; null, with a refusal, if a double cannot represent it.</summary>
    public static double? ReadNumber(JsonElement number, string path, Refusal refusal)
    {
        if (number.ValueKind != JsonValueKind.Number)
        {
            refusal.At(path, "a number is needed here");
            return null;
        }

        if (DecimalText.TryRead(JsonMarshal.GetRawUtf8Value(number), out var value)) return value;
        refusal.At(path, "this number cannot be compared: a double does not keep its digits");
        return null;
    }

    private static string? ReadOperator(JsonElement name, string path, Refusal refusal)
    {
        var text = name.ValueKind == JsonValueKind.String ? JsonText.Read(name) : null;
        return text is "=" or "<" or "<=" or ">" or ">="
            ? text
            : refusal.None<string>(path, "one of the operators =, <, <=, >, >= is needed here");
    }

    private static NumberRange Single(string name, double value) => name switch
    {
        "<" => new(double.NegativeInfinity, true, value, false),
        "<=" => new(double.NegativeInfinity, true, value, true),
        ">" => new(value, false, double.PositiveInfinity, true),
        ">=" => new(value, true, double.PositiveInfinity, true),
        _ => new(value),
    };

    private static NumberRange? ReadRange(JsonElement operand, string first, double bottom, string path, Refusal refusal)
    {
        if (first is not (">" or ">=")) return refusal.None<NumberRange>(path, "a range begins with > or >=");
        if (ReadOperator(operand[2], PatternPath.Item(path, 2), refusal) is not { } second) return null;
        if (second is not ("<" or "<="))
            return refusal.None<NumberRange>(PatternPath.Item(path, 2), "a range ends with < or <=");
        if (ReadNumber(operand[3], PatternPath.Item(path, 3), refusal) is not { } top) return null;
        return bottom < top
            ? new(bottom, first == ">=", top, second == "<=")
            : refusal.None<NumberRange>(path, "the bottom of a range must be less than its top");
    }
}
