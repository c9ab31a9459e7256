using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>One string, number, true, false or null of an event. The results that matchers need are computed once.</summary>
internal ref struct Leaf(JsonElement element)
{
    private string? text;
    private double? number;
    private bool numberKnown;

    public readonly JsonValueKind Kind => element.ValueKind;

    /// <summary>The number as the event writes it.</summary>
    public readonly ReadOnlySpan<byte> Raw => JsonMarshal.GetRawUtf8Value(element);

    /// <summary>A number without point and exponent. EventBridge matches every other number as a double.</summary>
    public readonly bool IsWholeNumber => Kind == JsonValueKind.Number && Raw.IndexOfAny(".eE"u8) < 0;

    /// <summary>The string's characters; null if the leaf is no string.</summary>
    public string? Text => Kind == JsonValueKind.String ? text ??= JsonText.Read(element) : null;

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

    private readonly double? ReadNumber()
    {
        if (IsWholeNumber) return DecimalText.TryRead(Raw, out var whole) ? whole : null;
        return double.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
    }
}
