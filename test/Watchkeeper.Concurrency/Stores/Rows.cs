using System.Collections.Immutable;

namespace Watchkeeper.Concurrency.Stores;

/// <summary>Whether a store looks and writes in one step, or, as no store may, in two.</summary>
public enum Writing
{
    /// <summary>A conditional write.</summary>
    InOneStep,

    /// <summary>A read, and later an unconditional write of what was right for what had been read.</summary>
    InTwoSteps,
}

/// <summary>Rows in memory, reached over something like a network: others may come in between before each call.</summary>
/// <param name="writing">How a row is changed.</param>
internal sealed class Rows<TRow>(Writing writing)
    where TRow : class
{
    private readonly Lock gate = new();
    private ImmutableSortedDictionary<string, TRow> rows = ImmutableSortedDictionary.Create<string, TRow>(StringComparer.Ordinal);

    /// <summary>Changes a row, or leaves it.</summary>
    /// <param name="key">The row's.</param>
    /// <param name="change">From the row that is there to the row that is to be there, and the answer.</param>
    /// <param name="written">Hears of a change when it is made: of the row that it truly replaces, and the row then.</param>
    public async Task<TAnswer> ChangeAsync<TAnswer>(
        string key, Func<TRow?, (TRow? Row, TAnswer Answer)> change, Action<TRow?, TRow>? written = null)
    {
        await Task.Yield();
        if (writing is Writing.InOneStep)
        {
            lock (gate)
                return Put(key, change(rows.GetValueOrDefault(key)), written);
        }

        var changed = change(rows.GetValueOrDefault(key));
        await Task.Yield();
        lock (gate)
            return Put(key, changed, written);
    }

    /// <summary>One row.</summary>
    public Task<TRow?> ReadAsync(string key) => ChangeAsync<TRow?>(key, row => (null, row));

    /// <summary>All rows of one moment, in the order of their keys.</summary>
    public async Task<ImmutableArray<TRow>> ListAsync()
    {
        await Task.Yield();
        return [.. rows.Values];
    }

    private TAnswer Put<TAnswer>(string key, (TRow? Row, TAnswer Answer) changed, Action<TRow?, TRow>? written)
    {
        if (changed.Row is { } row)
        {
            var before = rows.GetValueOrDefault(key);
            rows = rows.SetItem(key, row);
            written?.Invoke(before, row);
        }

        return changed.Answer;
    }
}
