using System.Collections.Immutable;

namespace Watchkeeper.Storage.Rows;

/// <summary>A change of one row together with the guard under which it happens; a table does both in one step or neither.</summary>
public abstract record RowWrite
{
    private const int MaxBytes = 400 * 1024;
    private const int MaxPkBytes = 2048;
    private const int MaxSkBytes = 1024;

    private protected RowWrite(RowKey key, RowGuard? guard) => (Key, Guard) = (key, guard);

    /// <summary>The row.</summary>
    public RowKey Key { get; }

    /// <summary>What must be true of the row that stands there; null: nothing.</summary>
    public RowGuard? Guard { get; }

    /// <summary>Whether the guard holds on the row that stands there (null: none).</summary>
    public bool Holds(Row? current) => Guard?.Holds(current ?? Row.Empty) is not false;

    /// <summary>The row after the write (null: none); <paramref name="current"/> is one on which the guard holds.</summary>
    /// <exception cref="InvalidRowWriteException">It cannot be carried out on this row.</exception>
    public Row? Apply(Row? current)
    {
        var after = Change(current);
        if (after is null)
            return null;
        if (RowText.Size(Key.Pk) > MaxPkBytes || RowText.Size(Key.Sk) > MaxSkBytes)
            throw new InvalidRowWriteException("the key is longer than a table takes");
        return after.Size <= MaxBytes ? after : throw new InvalidRowWriteException("the row is greater than 400 KB");
    }

    /// <summary>The answer of a table that has carried it out.</summary>
    public RowWritten Answer(Row? after) => new(this is RowUpdate { WantsRow: false } ? null : after);

    private protected abstract Row? Change(Row? current);
}

/// <summary>Puts a whole row, in place of one that is there.</summary>
public sealed record RowPut(Row Row, RowGuard? Guard = null) : RowWrite(RowKey.Of(Row), Guard)
{
    private protected override Row Change(Row? current) => Row;
}

/// <summary>Changes some attributes of a row, and makes the row if it is not there.</summary>
/// <param name="Key">The row.</param>
/// <param name="Changes">At most one for an attribute, and none of the key.</param>
/// <param name="Guard">What must be true of the row that stands there.</param>
public sealed record RowUpdate(RowKey Key, ImmutableArray<RowChange> Changes, RowGuard? Guard = null) : RowWrite(Key, Guard)
{
    /// <summary>Whether the caller wants the row as it is afterwards; it is null in the answer else, and its bytes do not travel.</summary>
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

/// <summary>Takes a row away, if it is there.</summary>
public sealed record RowDelete(RowKey Key, RowGuard? Guard = null) : RowWrite(Key, Guard)
{
    private protected override Row? Change(Row? current) => null;
}
