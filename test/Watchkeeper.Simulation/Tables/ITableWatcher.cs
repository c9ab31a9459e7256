using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;

namespace Watchkeeper.Simulation.Tables;

/// <summary>Hears of each change of the table in the moment in which it is made.</summary>
internal interface ITableWatcher
{
    /// <summary>A slot changed.</summary>
    /// <param name="before">What was there, truly.</param>
    /// <param name="after">What is there now.</param>
    /// <param name="bytes">Size of the row.</param>
    void SlotChanged(Slot? before, Slot after, int bytes);

    /// <summary>A notice was claimed.</summary>
    void Claimed(NotificationRecord? before, NotificationRecord after);

    /// <summary>A notice was settled.</summary>
    void Settled(NotificationRecord before, NotificationRecord after);

    /// <summary>A notice was written that nobody is told of.</summary>
    void Recorded(NotificationRecord record);

    /// <summary>A row of the ledger was written.</summary>
    void ReactionChanged(ReactionRecord? before, ReactionRecord after);

    /// <summary>The stream has a new record.</summary>
    void Streamed(TableChange change);
}

/// <summary>A record of the stream.</summary>
/// <param name="PartitionKey">Its partition key; records of one are in order.</param>
/// <param name="IsOpen">Whether the row wears the index key of an open incident.</param>
/// <param name="Json">The record without its sequence number: <c>{"eventName": …</c> follows.</param>
/// <param name="Change">What changed; null for a record that nobody can read.</param>
internal sealed record TableChange(string PartitionKey, bool IsOpen, byte[] Json, StoreChange? Change);
