namespace Watchkeeper.Storage.Rows;

/// <summary>The key of a row.</summary>
public readonly record struct RowKey
{
    /// <summary>The attribute with the partition key.</summary>
    public const string PkName = "pk";

    /// <summary>The attribute with the sort key.</summary>
    public const string SkName = "sk";

    /// <param name="pk">The partition key; not empty.</param>
    /// <param name="sk">The sort key; not empty.</param>
    public RowKey(string pk, string sk)
    {
        ArgumentException.ThrowIfNullOrEmpty(pk);
        ArgumentException.ThrowIfNullOrEmpty(sk);
        (Pk, Sk) = (RowText.WellFormed(pk), RowText.WellFormed(sk));
    }

    /// <summary>Orders rows by the UTF-8 bytes of their keys.</summary>
    public static IComparer<RowKey> Order { get; } = Comparer<RowKey>.Create(static (one, other) =>
        RowText.Compare(one.Pk, other.Pk) is not 0 and var order ? order : RowText.Compare(one.Sk, other.Sk));

    /// <summary>The partition key. Rows with the same partition key are in the order of their sort keys.</summary>
    public string Pk { get; }

    /// <summary>The sort key.</summary>
    public string Sk { get; }

    /// <summary>The key of a row.</summary>
    /// <exception cref="ArgumentException">The attributes contain no key.</exception>
    public static RowKey From(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.At(PkName) is TextValue pk && row.At(SkName) is TextValue sk
            ? new RowKey(pk.Value, sk.Value)
            : throw new ArgumentException("a row holds its key in texts", nameof(row));
    }

    /// <summary>A row with only the key.</summary>
    public Row ToRow() => Row.Over(ToAttributes());

    /// <summary>The key's attributes, as the start of a row.</summary>
    internal Dictionary<string, RowValue> ToAttributes() => new(StringComparer.Ordinal)
    {
        [PkName] = RowValue.Text(Pk),
        [SkName] = RowValue.Text(Sk),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Pk} {Sk}";
}
