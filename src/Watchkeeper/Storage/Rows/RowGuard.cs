using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// The condition of a write, as data. DynamoDB evaluates it as a condition expression and other tables call <see cref="Holds"/>,
/// with the same result. A path is an attribute's name, or names joined by dots that lead into maps.
/// </summary>
public abstract record RowGuard
{
    private protected RowGuard()
    {
    }

    /// <summary>Whether the guard holds on a row. A missing row counts as a row without attributes.</summary>
    public abstract bool Holds(Row row);

    /// <summary>The attribute exists.</summary>
    public static RowGuard Exists(string path) => new AttributeExists(path);

    /// <summary>The attribute does not exist.</summary>
    public static RowGuard Missing(string path) => new AttributeMissing(path);

    /// <summary>The row does not exist.</summary>
    public static RowGuard NoRow { get; } = Missing(RowKey.PkName);

    /// <summary>The attribute equals the value; false if it is missing.</summary>
    public static RowGuard Equal(string path, RowValue value) => new AttributeEquals(path, value);

    /// <inheritdoc cref="Equal(string, RowValue)"/>
    public static RowGuard Equal(string path, long number) => Equal(path, RowValue.Number(number));

    /// <summary>The attribute is less than the value; false if it is missing or has another type.</summary>
    /// <param name="path">The attribute.</param>
    /// <param name="value">A text, a number or bytes.</param>
    public static RowGuard Less(string path, RowValue value) => new AttributeCompares(path, RowOrder.Less, value);

    /// <summary>The attribute is not greater than the value; false if it is missing or has another type.</summary>
    /// <inheritdoc cref="Less"/>
    public static RowGuard AtMost(string path, RowValue value) => new AttributeCompares(path, RowOrder.AtMost, value);

    /// <summary>The attribute is not less than the value; false if it is missing or has another type.</summary>
    /// <inheritdoc cref="Less"/>
    public static RowGuard AtLeast(string path, RowValue value) => new AttributeCompares(path, RowOrder.AtLeast, value);

    /// <summary>The attribute equals one of the values.</summary>
    public static RowGuard In(string path, params ImmutableArray<RowValue> values) => new AttributeIn(path, values);

    /// <summary>The attribute is a list, a map or bytes with fewer elements. The result for other types is undefined.</summary>
    public static RowGuard SizeBelow(string path, int limit) => new AttributeSizeBelow(path, limit);

    /// <summary>
    /// The attribute is a list with this element, a text with this text in it, or bytes with these bytes in them.
    /// </summary>
    /// <param name="path">The attribute.</param>
    /// <param name="value">A text, a number or bytes.</param>
    public static RowGuard Contains(string path, RowValue value) => new AttributeContains(path, value);

    /// <summary>All guards hold; requires at least one.</summary>
    public static RowGuard All(params ImmutableArray<RowGuard> guards) => new AllOf(guards);

    /// <summary>At least one of the guards holds; requires at least one.</summary>
    public static RowGuard Any(params ImmutableArray<RowGuard> guards) => new AnyOf(guards);

    /// <summary>The guard does not hold.</summary>
    public static RowGuard Not(RowGuard guard) => new NotSo(guard);
}
