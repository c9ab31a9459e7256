using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// One string, number, true, false or null of an event. The results that matchers need are computed once. A thread works on one
/// leaf at a time, whose text stays in the thread's buffer.
/// </summary>
/// <param name="kind">The kind of the value.</param>
/// <param name="raw">The value as the event writes it, a string with its quotes.</param>
internal ref struct Leaf(JsonValueKind kind, ReadOnlySpan<byte> raw)
{
    [ThreadStatic]
    private static char[]? buffer;

    private readonly ReadOnlySpan<byte> raw = raw;
    private ReadOnlySpan<char> text;
    private double? number;
    private bool textKnown;
    private bool numberKnown;

    public Leaf(JsonElement element)
        : this(element.ValueKind, JsonMarshal.GetRawUtf8Value(element))
    {
    }

    public readonly JsonValueKind Kind => kind;

    /// <summary>The number as the event writes it.</summary>
    public readonly ReadOnlySpan<byte> Raw => raw;

    /// <summary>A number without point and exponent. EventBridge matches every other number as a double.</summary>
    public readonly bool IsWholeNumber => Kind == JsonValueKind.Number && Raw.IndexOfAny(".eE"u8) < 0;

    public readonly bool IsText => Kind == JsonValueKind.String;

    /// <summary>The string's characters; empty if the leaf is no string.</summary>
    public ReadOnlySpan<char> Text
    {
        get
        {
            if (!textKnown)
            {
                textKnown = true;
                text = IsText ? ReadText() : default;
            }

            return text;
        }
    }

    /// <summary>The number; null if the leaf is no number or not comparable.</summary>
    public double? Number
    {
        get
        {
            if (!numberKnown)
            {
                numberKnown = true;
                number = Kind == JsonValueKind.Number ? ReadNumber() : null;
            }

            return number;
        }
    }

    private readonly ReadOnlySpan<char> ReadText()
    {
        if (buffer is null || buffer.Length < raw.Length)
            buffer = new char[Math.Max(1024, raw.Length)];
        return buffer.AsSpan(0, JsonText.Unescape(raw[1..^1], buffer));
    }

    private readonly double? ReadNumber()
    {
        if (IsWholeNumber) return DecimalText.TryRead(Raw, out var whole) ? whole : null;
        return double.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
    }
}
