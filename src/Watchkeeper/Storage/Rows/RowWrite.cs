using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>A change of one row with its guard. A table checks the guard and makes the change in one step.</summary>
public abstract record RowWrite
{
    /// <summary>The greatest size of a row, in bytes.</summary>
    internal const int MaxBytes = 400 * 1024;

    private const int MaxPkBytes = 2048;
    private const int MaxSkBytes = 1024;

    private protected RowWrite(RowKey key, RowGuard? guard) => (Key, Guard) = (key, guard);

    /// <summary>The row's key.</summary>
    public RowKey Key { get; }

    /// <summary>The condition on the current row; null for none.</summary>
    public RowGuard? Guard { get; }

    /// <summary>Whether the guard holds on the current row (null: no row).</summary>
    public bool Holds(Row? current) => Guard?.Holds(current ?? Row.Empty) is not false;

    /// <summary>The row after the write (null: no row). Requires that the guard holds on <paramref name="current"/>.</summary>
    /// <exception cref="InvalidRowWriteException">The write cannot be carried out on this row.</exception>
    public Row? Apply(Row? current)
    {
        var after = Change(current);
        if (after is null)
            return null;
        if (RowText.Size(Key.Pk) > MaxPkBytes || RowText.Size(Key.Sk) > MaxSkBytes)
            throw new InvalidRowWriteException("the key is longer than a table takes");
        return after.Size <= MaxBytes ? after : throw new InvalidRowWriteException("the row is greater than 400 KB");
    }

    /// <summary>The result of a table that carried out the write.</summary>
    public RowWritten Answer(Row? after) => new(this is RowUpdate { WantsRow: false } ? null : after);

    private protected abstract Row? Change(Row? current);
}

/// <summary>Writes a whole row, and replaces an existing one.</summary>
public sealed record RowPut(Row Row, RowGuard? Guard = null) : RowWrite(RowKey.From(Row), Guard)
{
    private protected override Row Change(Row? current) => Row;
}

/// <summary>Changes some attributes of a row, and creates the row if it does not exist.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Changes">The changes: at most one per attribute, and none of the key.</param>
/// <param name="Guard">The condition on the current row.</param>
public sealed record RowUpdate(RowKey Key, ImmutableArray<RowChange> Changes, RowGuard? Guard = null) : RowWrite(Key, Guard)
{
    /// <summary>Sets all attributes of a row, and leaves others as they are.</summary>
    public static RowUpdate From(Row row, RowGuard? guard = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            RowKey.From(row),
            [
                .. row.Attributes.Where(attribute => attribute.Key is not (RowKey.PkName or RowKey.SkName))
                    .Select(attribute => RowChange.Set(attribute.Key, attribute.Value)),
            ],
            guard);
    }

    /// <summary>Whether the result contains the row after the update. If not, the table does not send the row.</summary>
    public bool WantsRow { get; init; }

    private protected override Row Change(Row? current)
    {
        var attributes = current?.Copy() ?? Key.ToAttributes();
        for (var at = 0; at < Changes.Length; at++)
        {
            if (!IsFree(at))
                throw new InvalidRowWriteException($"{Changes[at].Name} is of the key or is changed twice");
            Changes[at].Apply(attributes);
        }

        return Row.Over(attributes);
    }

    private bool IsFree(int change)
    {
        var name = Changes[change].Name;
        for (var at = 0; at < change; at++)
        {
            if (Changes[at].Name == name)
                return false;
        }

        return name is not (RowKey.PkName or RowKey.SkName);
    }
}

/// <summary>Deletes a row if it exists.</summary>
public sealed record RowDelete(RowKey Key, RowGuard? Guard = null) : RowWrite(Key, Guard)
{
    private protected override Row? Change(Row? current) => null;
}
