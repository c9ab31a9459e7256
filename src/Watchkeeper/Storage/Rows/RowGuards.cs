using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>See <see cref="RowGuard.Exists"/>.</summary>
public sealed record AttributeExists(string Path) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row) => row.At(Path) is not null;
}

/// <summary>See <see cref="RowGuard.Missing"/>.</summary>
public sealed record AttributeMissing(string Path) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row) => row.At(Path) is null;
}

/// <summary>See <see cref="RowGuard.Equal(string, RowValue)"/>.</summary>
public sealed record AttributeEquals(string Path, RowValue Value) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row) => Value.Equals(row.At(Path));
}

/// <summary>How an attribute compares to a value.</summary>
public enum RowOrder
{
    /// <summary>The attribute is less.</summary>
    Less,

    /// <summary>The attribute is less or equal.</summary>
    AtMost,

    /// <summary>The attribute is greater or equal.</summary>
    AtLeast,
}

/// <summary>See <see cref="RowGuard.Less"/>.</summary>
public sealed record AttributeCompares(string Path, RowOrder Order, RowValue Value) : RowGuard
{
    /// <summary>A text, a number or bytes.</summary>
    public RowValue Value { get; } = Value is TextValue or NumberValue or BytesValue
        ? Value
        : throw new ArgumentException("only texts, numbers and bytes are in an order", nameof(Value));

    /// <inheritdoc/>
    public override bool Holds(Row row) => Compare(row.At(Path), Value) is { } order && Order switch
    {
        RowOrder.Less => order < 0,
        RowOrder.AtMost => order <= 0,
        _ => order >= 0,
    };

    private static int? Compare(RowValue? found, RowValue value) => (found, value) switch
    {
        (TextValue one, TextValue other) => RowText.Compare(one.Value, other.Value),
        (NumberValue one, NumberValue other) => RowNumber.Compare(one.Value, other.Value),
        (BytesValue one, BytesValue other) => one.Value.Span.SequenceCompareTo(other.Value.Span),
        _ => null,
    };
}

/// <summary>See <see cref="RowGuard.In"/>.</summary>
public sealed record AttributeIn(string Path, ImmutableArray<RowValue> Values) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row) => row.At(Path) is { } value && Values.Contains(value);
}

/// <summary>See <see cref="RowGuard.SizeBelow"/>.</summary>
public sealed record AttributeSizeBelow(string Path, int Limit) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row) => row.At(Path) switch
    {
        ListValue list => list.Elements.Length < Limit,
        MapValue map => map.Value.Count < Limit,
        BytesValue bytes => bytes.Value.Length < Limit,
        _ => false,
    };
}

/// <summary>See <see cref="RowGuard.Contains"/>.</summary>
public sealed record AttributeContains(string Path, RowValue Value) : RowGuard
{
    /// <summary>A text, a number or bytes.</summary>
    public RowValue Value { get; } = Value is TextValue or NumberValue or BytesValue
        ? Value
        : throw new ArgumentException("only texts, numbers and bytes are looked for", nameof(Value));

    /// <inheritdoc/>
    public override bool Holds(Row row) => row.At(Path) switch
    {
        ListValue list => list.Elements.Contains(Value),
        TextValue text => Value is TextValue part && text.Value.Contains(part.Value, StringComparison.Ordinal),
        BytesValue bytes => Value is BytesValue part && bytes.Value.Span.IndexOf(part.Value.Span) >= 0,
        _ => false,
    };
}

/// <summary>See <see cref="RowGuard.All"/>.</summary>
public sealed record AllOf(ImmutableArray<RowGuard> Guards) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row)
    {
        foreach (var guard in Guards)
        {
            if (!guard.Holds(row))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(" and ", Guards)})";
}

/// <summary>See <see cref="RowGuard.Any"/>.</summary>
public sealed record AnyOf(ImmutableArray<RowGuard> Guards) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row)
    {
        foreach (var guard in Guards)
        {
            if (guard.Holds(row))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(" or ", Guards)})";
}

/// <summary>See <see cref="RowGuard.Not"/>.</summary>
public sealed record NotSo(RowGuard Guard) : RowGuard
{
    /// <inheritdoc/>
    public override bool Holds(Row row) => !Guard.Holds(row);
}
