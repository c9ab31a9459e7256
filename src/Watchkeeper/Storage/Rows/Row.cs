using System.Diagnostics.CodeAnalysis;

namespace Watchkeeper.Storage.Rows;

/// <summary>The attributes of a row, or of a map in a row. Rows compare by value.</summary>
public sealed class Row : IEquatable<Row>
{
    private readonly Dictionary<string, RowValue> attributes;

    private Row(Dictionary<string, RowValue> attributes) => this.attributes = attributes;

    /// <summary>The row without attributes.</summary>
    public static Row Empty { get; } = new([]);

    /// <summary>Names and values, in no particular order.</summary>
    public IReadOnlyDictionary<string, RowValue> Attributes => attributes;

    /// <summary>Number of attributes.</summary>
    public int Count => attributes.Count;

    /// <summary>Size of names and values in bytes.</summary>
    internal int Size
    {
        get
        {
            var size = 0;
            foreach (var (name, value) in attributes)
                size += RowText.Size(name) + value.Size;
            return size;
        }
    }

    /// <summary>
    /// Creates a row with these attributes. The row takes over the dictionary, which must compare names ordinally.
    /// </summary>
    public static Row Over(IDictionary<string, RowValue> attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var own = attributes as Dictionary<string, RowValue> ?? new(attributes, StringComparer.Ordinal);
        foreach (var name in own.Keys)
        {
            // Names of labels are data: a lone surrogate in one becomes U+FFFD, as in a text.
            if (!ReferenceEquals(RowText.WellFormed(name), name))
                return WellFormed(own);
        }

        return new Row(own);
    }

    /// <summary>Whether the attribute exists.</summary>
    public bool Has(string name) => attributes.ContainsKey(name);

    /// <summary>Whether the attribute exists, and its value.</summary>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out RowValue value) => attributes.TryGetValue(name, out value);

    /// <summary>The value at a path (a name, or names joined by dots that lead into maps); null if it does not exist.</summary>
    public RowValue? At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return attributes.GetValueOrDefault(path);
        return attributes.GetValueOrDefault(path[..dot]) is MapValue map ? map.Value.At(path[(dot + 1)..]) : null;
    }

    /// <summary>Enumerates the attributes in no particular order.</summary>
    public Dictionary<string, RowValue>.Enumerator GetEnumerator() => attributes.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Row? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other.Count != Count)
            return false;
        foreach (var (name, value) in attributes)
        {
            if (!other.attributes.TryGetValue(name, out var another) || !value.Equals(another))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Row);

    /// <inheritdoc/>
    public override int GetHashCode() => attributes.Count;

    /// <inheritdoc/>
    public override string ToString() =>
        "{" + string.Join(
            ", ", attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}")) + "}";

    /// <summary>A copy of the attributes, for changes.</summary>
    internal Dictionary<string, RowValue> Copy() => new(attributes, StringComparer.Ordinal);

    private static Row WellFormed(Dictionary<string, RowValue> attributes)
    {
        var better = new Dictionary<string, RowValue>(attributes.Count, StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
            better[RowText.WellFormed(name)] = value;
        return new Row(better);
    }
}
