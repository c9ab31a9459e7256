using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The timeline entries that were written since the last call, from the table's changes: what an event caused takes the same time
/// to read, however many incidents there are.
/// </summary>
internal sealed class TimelineChanges(IChangeSource source)
{
    private const string Reader = "local-run";

    /// <summary>Leaves out what an earlier run wrote.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => source.SkipAsync(Reader, cancellationToken);

    /// <summary>Each entry as it was written last, by incident and time; a reaction follows the change that caused it.</summary>
    public async Task<ImmutableArray<NotificationRecord>> NewAsync(CancellationToken cancellationToken)
    {
        var newest = new Dictionary<(string Incident, string Key), NotificationRecord>();
        while (await source.ReadAsync(Reader, cancellationToken) is { IsEmpty: false } records)
        {
            foreach (var entry in records.Select(EntryOf).OfType<NotificationRecord>())
                newest[(entry.Entry.Incident.Id, entry.Entry.Key)] = entry;
            await source.AdvanceAsync(Reader, records, cancellationToken);
        }

        return
        [
            .. newest.Values.OrderBy(record => record.Entry.Incident.Id, StringComparer.Ordinal)
                .ThenBy(record => record.Entry.At)
                .ThenBy(record => record.Entry.Reaction is not null)
                .ThenBy(record => record.Entry.Key, StringComparer.Ordinal),
        ];
    }

    private static NotificationRecord? EntryOf(StreamRecord record)
    {
        using var json = JsonDocument.Parse(record.Json);
        var change = json.RootElement.GetProperty("dynamodb");
        return change.GetProperty("Keys").GetProperty(RowKey.SkName).GetProperty("S").GetString() is { } sk
            && change.TryGetProperty("NewImage", out var image)
                ? StoreChanges.ReadEntry(sk, () => RowJson.Read(image))
                : null;
    }
}
