using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;

namespace Watchkeeper.Simulation.Tables;

/// <summary>Observes each change of the table as it happens.</summary>
internal interface ITableWatcher
{
    /// <summary>A slot changed.</summary>
    /// <param name="before">The stored slot before.</param>
    /// <param name="after">The stored slot after.</param>
    /// <param name="bytes">The size of the row.</param>
    void SlotChanged(Slot? before, Slot after, int bytes);

    /// <summary>A notification was claimed.</summary>
    void Claimed(NotificationRecord? before, NotificationRecord after);

    /// <summary>A notification was settled.</summary>
    void Settled(NotificationRecord before, NotificationRecord after);

    /// <summary>A timeline entry without recipients was written.</summary>
    void Recorded(NotificationRecord record);

    /// <summary>A row of the ledger was written.</summary>
    void ReactionChanged(ReactionRecord? before, ReactionRecord after);

    /// <summary>The stream has a new record.</summary>
    void Streamed(TableChange change);
}

/// <summary>A record of the stream.</summary>
/// <param name="PartitionKey">Its partition key; records of one key are in order.</param>
/// <param name="IsOpen">Whether the row has the index key of an active incident.</param>
/// <param name="Json">The record without its sequence number: <c>{"eventName": …</c> follows.</param>
/// <param name="Change">The change; null for an unreadable record.</param>
internal sealed record TableChange(string PartitionKey, bool IsOpen, byte[] Json, StoreChange? Change);
