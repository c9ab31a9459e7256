using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Storage.Rows;

/// <summary>The value of an attribute: one of DynamoDB's types that rows use.</summary>
public abstract record RowValue
{
    private protected RowValue()
    {
    }

    /// <summary>A value of a type that rows do not use, as another hand may have written it. No guard holds on it, and none is written.</summary>
    public static RowValue Unused { get; } = new OtherValue();

    /// <summary>Bytes that the value takes, after «DynamoDB item sizes and formats» of its developer guide.</summary>
    internal abstract int Size { get; }

    /// <summary>Text; half a character in it becomes U+FFFD.</summary>
    public static RowValue Text(string text) => new TextValue(text);

    /// <summary>A whole number.</summary>
    public static RowValue Number(long number) => new NumberValue(number);

    /// <summary>A number by its text.</summary>
    /// <exception cref="ArgumentException">It is no number, or has more than 38 digits.</exception>
    public static RowValue Number(string number) => NumberValue.Parse(number)
        ?? throw new ArgumentException($"«{number}» is no number of up to 38 digits", nameof(number));

    /// <summary>Bytes, which must not change any more.</summary>
    public static RowValue Bytes(ReadOnlyMemory<byte> bytes) => new BytesValue(bytes);

    /// <summary>A list.</summary>
    public static RowValue List(ImmutableArray<RowValue> elements) => new ListValue(elements);

    /// <summary>A map.</summary>
    public static RowValue Map(Row map) => new MapValue(map);
}

/// <summary>Text, which is well-formed.</summary>
public sealed record TextValue : RowValue
{
    internal TextValue(string text) => Value = RowText.WellFormed(text);

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    internal override int Size => RowText.Size(Value);
}

/// <summary>A number, exact.</summary>
public sealed record NumberValue : RowValue
{
    internal NumberValue(long number) => Value = number.ToString(CultureInfo.InvariantCulture);

    private NumberValue(string canonical) => Value = canonical;

    /// <summary>The one text of the number: no exponent, and no zeros that say nothing.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    internal override int Size => (Value.Count(char.IsAsciiDigit) / 2) + 2;

    /// <summary>Null where the text is no number of up to 38 digits.</summary>
    public static NumberValue? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RowNumber.Canonical(text) is { } canonical ? new NumberValue(canonical) : null;
    }
}

/// <summary>Bytes.</summary>
public sealed record BytesValue : RowValue
{
    internal BytesValue(ReadOnlyMemory<byte> bytes) => Value = bytes;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    /// <inheritdoc/>
    internal override int Size => Value.Length;

    /// <inheritdoc/>
    public bool Equals(BytesValue? other) => other is not null && Value.Span.SequenceEqual(other.Value.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Value.Span);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => Convert.ToHexStringLower(Value.Span);
}

/// <summary>A list of values of any types.</summary>
public sealed record ListValue : RowValue
{
    internal ListValue(ImmutableArray<RowValue> elements) => Elements = elements;

    /// <summary>The elements.</summary>
    public ImmutableArray<RowValue> Elements { get; }

    /// <inheritdoc/>
    internal override int Size => 3 + Elements.Sum(element => 1 + element.Size);

    /// <inheritdoc/>
    public bool Equals(ListValue? other) => other is not null && Elements.AsSpan().SequenceEqual(other.Elements.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Elements.Length;

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Elements)}]";
}

/// <summary>A map of values of any types.</summary>
public sealed record MapValue : RowValue
{
    internal MapValue(Row map) => Value = map;

    /// <summary>The map.</summary>
    public Row Value { get; }

    /// <inheritdoc/>
    internal override int Size => 3 + Value.Count + Value.Size;
}

/// <summary>A value of a type that rows do not use.</summary>
internal sealed record OtherValue : RowValue
{
    /// <inheritdoc/>
    internal override int Size => 1;
}
