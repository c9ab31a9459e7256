using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Incidents;
using Watchkeeper.Kills.World;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Kills.Rounds;

/// <summary>The content of the table and of the dead-letter queue after one round.</summary>
internal sealed record Outcome
{
    public required ImmutableArray<Slot> Slots { get; init; }

    public required ImmutableArray<NotificationRecord> Notifications { get; init; }

    public required ImmutableArray<ReactionRecord> Reactions { get; init; }

    /// <summary>The keys of the rows that earlier versions compared audits with, and that an audit deletes.</summary>
    public required ImmutableArray<string> Snapshots { get; init; }

    /// <summary>The lists that silences are in.</summary>
    public required ImmutableArray<string> Silences { get; init; }

    /// <summary>The latest end of a claim or of a started reaction; null if there is none.</summary>
    public DateTimeOffset? HeldUntil =>
        Notifications.Select(record => record.HeldUntil).Concat(Reactions.Select(reaction => reaction.HeldUntil)).Max();

    /// <summary>Reads it with consistent reads, past the proxy.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="marker">The text that the fingerprints contain; null reads all.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public static async Task<Outcome> ReadAsync(Lane lane, string? marker, CancellationToken cancellationToken)
    {
        var rows = await ScanAsync(lane, cancellationToken);
        return new Outcome
        {
            Slots = [.. Rows(rows, Keys.SlotSk).Select(row => SlotItem.Read(row)).Where(slot => IsOf(slot.Fingerprint.Text))],
            Notifications = [.. Rows(rows, "T#", "N#").Select(NotificationItem.Read)
                .Where(row => IsOf(row.Entry.Incident.Subject.Fingerprint.Text))],
            Reactions = [.. Rows(rows, Keys.ReactionPrefix).Select(row => ReactionItem.ReadRow(row))
                .Where(row => IsOf(row.Incident.Subject.Fingerprint.Text))],
            Snapshots = [.. Rows(rows, "HEAD", "P#").Select(row => RowKey.From(row).ToString())],
            Silences = [.. Partition(rows, Keys.CurrentSilences).Select(_ => "in force"),
                .. Partition(rows, Keys.PastSilences).Select(_ => "that is over")],
        };

        bool IsOf(string fingerprint) => marker is null || fingerprint.Contains(marker, StringComparison.Ordinal);
    }

    /// <summary>Receives the dead letters from the lane's queue; returns the number of those with the marker.</summary>
    public static async Task<int> TakeDeadLettersAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var deadLetter in EmulatedQueue.ReceiveAsync(
            lane.World.Queues, lane.Names.DeadLetterQueueUrl, cancellationToken))
        {
            if (deadLetter.Payload.Span.IndexOf(System.Text.Encoding.UTF8.GetBytes(marker)) >= 0)
                count++;
        }

        return count;
    }

    private static IEnumerable<Row> Rows(IEnumerable<Row> rows, params string[] prefixes) =>
        rows.Where(row => prefixes.Any(prefix => RowKey.From(row).Sk.StartsWith(prefix, StringComparison.Ordinal)));

    private static IEnumerable<Row> Partition(IEnumerable<Row> rows, string partition) =>
        rows.Where(row => RowKey.From(row).Pk == partition);

    private static async Task<List<Row>> ScanAsync(Lane lane, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        var request = new ScanRequest { TableName = lane.Names.Table, ConsistentRead = true };
        do
        {
            var page = await lane.World.Emulated.DynamoDb.ScanAsync(request, cancellationToken);
            rows.AddRange((page.Items ?? []).Select(item => ItemValues.ToRow(item)!));
            request.ExclusiveStartKey = page.LastEvaluatedKey is { Count: > 0 } last ? last : null;
        }
        while (request.ExclusiveStartKey is not null);

        return rows;
    }
}
