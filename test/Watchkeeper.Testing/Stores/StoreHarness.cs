using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Testing.Stores;

/// <summary>Stores over an empty database of their own, which disposal deletes.</summary>
public abstract class StoreHarness : IAsyncDisposable
{
    /// <summary>The retention of slots.</summary>
    public static TimeSpan SlotRetention { get; } = TimeSpan.FromDays(2);

    /// <summary>The retention of history.</summary>
    public static TimeSpan HistoryRetention { get; } = TimeSpan.FromDays(400);

    /// <summary>The table under the stores.</summary>
    public abstract IRowTable Table { get; }

    /// <summary>The slot store.</summary>
    public abstract ISlotStore Slots { get; }

    /// <summary>The notification log.</summary>
    public abstract INotificationLog Notifications { get; }

    /// <summary>The reaction ledger.</summary>
    public abstract IReactionLedger Reactions { get; }

    /// <summary>Waits for at least <paramref name="expected"/> changes, and returns every change so far.</summary>
    public abstract Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
