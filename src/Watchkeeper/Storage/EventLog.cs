using Watchkeeper.Incidents;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>Records events that have no entry in a timeline, for eight days. A record is one unit.</summary>
/// <param name="table">The table.</param>
public sealed class EventLog(IRowTable table)
{
    /// <summary>Records an event. The same decision about the same event counts in one row.</summary>
    public Task RecordAsync(EventRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return table.WriteAsync(EventItem.Record(record), cancellationToken);
    }
}
