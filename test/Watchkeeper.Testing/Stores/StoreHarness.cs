using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Testing.Stores;

/// <summary>Stores over an empty database of their own, which goes when they are disposed of.</summary>
public abstract class StoreHarness : IAsyncDisposable
{
    /// <summary>How long slots are kept.</summary>
    public static TimeSpan SlotRetention { get; } = TimeSpan.FromDays(2);

    /// <summary>How long history is kept.</summary>
    public static TimeSpan HistoryRetention { get; } = TimeSpan.FromDays(400);

    /// <summary>The table under the stores.</summary>
    public abstract IRowTable Table { get; }

    /// <summary>Slots.</summary>
    public abstract ISlotStore Slots { get; }

    /// <summary>The notice log.</summary>
    public abstract INotificationLog Notifications { get; }

    /// <summary>The reaction ledger.</summary>
    public abstract IReactionLedger Reactions { get; }

    /// <summary>
    /// All changes so far: waits until there are <paramref name="expected"/>, and returns any there are beyond.
    /// </summary>
    public abstract Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
