using System.Collections.Immutable;
using System.Globalization;

namespace Watchkeeper.Storage.Rows;

/// <summary>The value of an attribute: one of the DynamoDB types that rows use.</summary>
public abstract record RowValue
{
    private protected RowValue()
    {
    }

    /// <summary>
    /// A value of a type that rows do not use, from another writer. No guard holds on such a value, and no write contains one.
    /// </summary>
    public static RowValue Unused { get; } = new OtherValue();

    /// <summary>Size of the value in bytes, by «DynamoDB item sizes and formats» in the developer guide.</summary>
    internal abstract int Size { get; }

    /// <summary>Creates a text; a lone surrogate becomes U+FFFD.</summary>
    public static RowValue Text(string text) => new TextValue(text);

    /// <summary>Creates a whole number.</summary>
    public static RowValue Number(long number) => new NumberValue(number);

    /// <summary>Creates a number from its text.</summary>
    /// <exception cref="ArgumentException">The text is no number, or has more than 38 digits.</exception>
    public static RowValue Number(string number) => NumberValue.Parse(number)
        ?? throw new ArgumentException($"«{number}» is not a number of up to 38 digits", nameof(number));

    /// <summary>Creates bytes, which must not change afterwards.</summary>
    public static RowValue Bytes(ReadOnlyMemory<byte> bytes) => new BytesValue(bytes);

    /// <summary>Creates a list.</summary>
    public static RowValue List(ImmutableArray<RowValue> elements) => new ListValue(elements);

    /// <summary>Creates a map.</summary>
    public static RowValue Map(Row map) => new MapValue(map);
}

/// <summary>Well-formed text.</summary>
public sealed record TextValue : RowValue
{
    internal TextValue(string text) => Value = RowText.WellFormed(text);

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    internal override int Size => RowText.Size(Value);
}

/// <summary>An exact number.</summary>
public sealed record NumberValue : RowValue
{
    internal NumberValue(long number) => Value = number.ToString(CultureInfo.InvariantCulture);

    private NumberValue(string canonical) => Value = canonical;

    /// <summary>The canonical text of the number: without an exponent and redundant zeros.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    internal override int Size => (Value.Count(char.IsAsciiDigit) / 2) + 2;

    /// <summary>Parses a number; null if the text is not a number of up to 38 digits.</summary>
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
