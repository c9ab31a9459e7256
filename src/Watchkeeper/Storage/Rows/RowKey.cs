namespace Watchkeeper.Storage.Rows;

/// <summary>The key of a row.</summary>
public readonly record struct RowKey
{
    /// <summary>The attribute that holds the partition key.</summary>
    public const string PkName = "pk";

    /// <summary>The attribute that holds the sort key.</summary>
    public const string SkName = "sk";

    /// <param name="pk">The partition key; not empty.</param>
    /// <param name="sk">The sort key; not empty.</param>
    public RowKey(string pk, string sk)
    {
        ArgumentException.ThrowIfNullOrEmpty(pk);
        ArgumentException.ThrowIfNullOrEmpty(sk);
        (Pk, Sk) = (RowText.WellFormed(pk), RowText.WellFormed(sk));
    }

    /// <summary>Rows are in one order by the UTF-8 bytes of their keys.</summary>
    public static IComparer<RowKey> Order { get; } = Comparer<RowKey>.Create(static (one, other) =>
        RowText.Compare(one.Pk, other.Pk) is not 0 and var order ? order : RowText.Compare(one.Sk, other.Sk));

    /// <summary>The partition key: rows with the same one are together, in the order of their sort keys.</summary>
    public string Pk { get; }

    /// <summary>The sort key.</summary>
    public string Sk { get; }

    /// <summary>The key of a row.</summary>
    /// <exception cref="ArgumentException">The attributes hold no key.</exception>
    public static RowKey Of(Row row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.At(PkName) is TextValue pk && row.At(SkName) is TextValue sk
            ? new RowKey(pk.Value, sk.Value)
            : throw new ArgumentException("a row holds its key in texts", nameof(row));
    }

    /// <summary>A row of the key alone.</summary>
    public Row ToRow() => Row.Over(ToAttributes());

    /// <summary>The key's attributes, to be added to.</summary>
    internal Dictionary<string, RowValue> ToAttributes() => new(StringComparer.Ordinal)
    {
        [PkName] = RowValue.Text(Pk),
        [SkName] = RowValue.Text(Sk),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Pk} {Sk}";
}
