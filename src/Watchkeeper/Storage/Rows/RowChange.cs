using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// One change of one attribute, as data. DynamoDB executes it as part of an update expression; other tables call <see
/// cref="Apply"/>. An update changes each attribute at most once.
/// </summary>
public abstract record RowChange
{
    private protected RowChange(string name) => Name = name;

    /// <summary>The attribute.</summary>
    public string Name { get; }

    /// <summary>Sets the attribute to the value.</summary>
    public static RowChange Set(string name, RowValue value) => new SetAttribute(name, value);

    /// <summary>Adds to an existing number.</summary>
    public static RowChange Increase(string name, long by) => new AddToAttribute(name, RowValue.Number(by), MustExist: true);

    /// <summary>Adds to a number; a missing number counts as zero.</summary>
    public static RowChange Count(string name, long by) => new AddToAttribute(name, RowValue.Number(by), MustExist: false);

    /// <summary>Appends to an existing list.</summary>
    public static RowChange Append(string name, params ImmutableArray<RowValue> elements) =>
        new AppendToAttribute(name, elements);

    /// <summary>Removes the attribute if it exists.</summary>
    public static RowChange Remove(string name) => new RemoveAttribute(name);

    /// <summary>Applies the change to the attributes of a row.</summary>
    /// <exception cref="InvalidRowWriteException">The attribute is missing or has the wrong type.</exception>
    internal abstract void Apply(Dictionary<string, RowValue> attributes);
}

/// <summary>See <see cref="RowChange.Set"/>.</summary>
public sealed record SetAttribute(string Name, RowValue Value) : RowChange(Name)
{
    /// <inheritdoc/>
    internal override void Apply(Dictionary<string, RowValue> attributes) => attributes[Name] = Value;
}

/// <summary>See <see cref="RowChange.Increase"/> and <see cref="RowChange.Count"/>.</summary>
public sealed record AddToAttribute(string Name, RowValue By, bool MustExist) : RowChange(Name)
{
    /// <inheritdoc/>
    internal override void Apply(Dictionary<string, RowValue> attributes)
    {
        var sum = (attributes.GetValueOrDefault(Name), By) switch
        {
            (NumberValue number, NumberValue by) =>
                RowNumber.Add(number.Value, by.Value) ?? throw new InvalidRowWriteException($"{Name} has more than 38 digits"),
            (null, NumberValue by) when !MustExist => by.Value,
            _ => throw new InvalidRowWriteException($"{Name} is no number to add to"),
        };
        attributes[Name] = RowValue.Number(sum);
    }
}

/// <summary>See <see cref="RowChange.Append"/>.</summary>
public sealed record AppendToAttribute(string Name, ImmutableArray<RowValue> Elements) : RowChange(Name)
{
    /// <inheritdoc/>
    internal override void Apply(Dictionary<string, RowValue> attributes) =>
        attributes[Name] = attributes.GetValueOrDefault(Name) is ListValue list
            ? RowValue.List(list.Elements.AddRange(Elements))
            : throw new InvalidRowWriteException($"{Name} is no list to append to");
}

/// <summary>See <see cref="RowChange.Remove"/>.</summary>
public sealed record RemoveAttribute(string Name) : RowChange(Name)
{
    /// <inheritdoc/>
    internal override void Apply(Dictionary<string, RowValue> attributes) => attributes.Remove(Name);
}
