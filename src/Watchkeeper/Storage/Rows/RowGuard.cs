using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// What must be true of a row for a write to happen, as data: DynamoDB is handed it as a condition expression, other tables ask
/// <see cref="Holds"/>, and both say the same. A path is an attribute's name, or names joined by dots that lead into maps.
/// </summary>
public abstract record RowGuard
{
    private protected RowGuard()
    {
    }

    /// <summary>Whether it is true of a row; of one that is not there, as of one without attributes.</summary>
    public abstract bool Holds(Row row);

    /// <summary>There is such an attribute.</summary>
    public static RowGuard Exists(string path) => new AttributeExists(path);

    /// <summary>There is no such attribute.</summary>
    public static RowGuard Missing(string path) => new AttributeMissing(path);

    /// <summary>The attribute is this value; false where there is none.</summary>
    public static RowGuard Equal(string path, RowValue value) => new AttributeEquals(path, value);

    /// <inheritdoc cref="Equal(string, RowValue)"/>
    public static RowGuard Equal(string path, long number) => Equal(path, RowValue.Number(number));

    /// <summary>The attribute is less; false where there is none, or one of another type.</summary>
    /// <param name="path">The attribute.</param>
    /// <param name="value">A text, a number or bytes.</param>
    public static RowGuard Less(string path, RowValue value) => new AttributeCompares(path, RowOrder.Less, value);

    /// <summary>The attribute is not greater; false where there is none, or one of another type.</summary>
    /// <inheritdoc cref="Less"/>
    public static RowGuard AtMost(string path, RowValue value) => new AttributeCompares(path, RowOrder.AtMost, value);

    /// <summary>The attribute is not less; false where there is none, or one of another type.</summary>
    /// <inheritdoc cref="Less"/>
    public static RowGuard AtLeast(string path, RowValue value) => new AttributeCompares(path, RowOrder.AtLeast, value);

    /// <summary>The attribute is one of the values.</summary>
    public static RowGuard In(string path, params ImmutableArray<RowValue> values) => new AttributeIn(path, values);

    /// <summary>The attribute is a list or a map of fewer elements, or bytes of fewer; nothing is promised of other types.</summary>
    public static RowGuard SizeBelow(string path, int limit) => new AttributeSizeBelow(path, limit);

    /// <summary>The attribute is a list with this element, or a text with this text, or bytes with these bytes, in it.</summary>
    /// <param name="path">The attribute.</param>
    /// <param name="value">A text, a number or bytes.</param>
    public static RowGuard Contains(string path, RowValue value) => new AttributeContains(path, value);

    /// <summary>All of them hold; at least one.</summary>
    public static RowGuard All(params ImmutableArray<RowGuard> guards) => new AllOf(guards);

    /// <summary>One of them holds; at least one.</summary>
    public static RowGuard Any(params ImmutableArray<RowGuard> guards) => new AnyOf(guards);

    /// <summary>It does not hold.</summary>
    public static RowGuard Not(RowGuard guard) => new NotSo(guard);
}
