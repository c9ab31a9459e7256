using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Slots in the embedded database.</summary>
/// <param name="database">The database.</param>
public sealed class EmbeddedSlotStore(EmbeddedDatabase database) : ISlotStore
{
    private const int Active = 1, Dismissed = 2;
    private const string ByFingerprint = "SELECT json FROM slots WHERE fingerprint = $1";
    private const string Put =
        """
        INSERT INTO slots (fingerprint, lasts, json) VALUES ($1, $2, $3)
        ON CONFLICT (fingerprint) DO UPDATE SET lasts = excluded.lasts, json = excluded.json
        """;

    /// <inheritdoc/>
    public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return database.WriteAsync<SlotWriteResult>(
            session =>
            {
                var key = write.Fingerprint.Key;
                var before = session.Text(ByFingerprint, key);
                var current = EmbeddedJson.ReadSlot(before);
                if (!write.Holds(current))
                    return new SlotRefused(current);
                var next = write.Apply(current);
                var after = EmbeddedJson.Write(next);
                session.Run(Put, key, next.Active is not null ? Active : next.IsDismissed ? Dismissed : 0, after);
                ChangeTable.Append(session, ChangeTable.Slot, before, after);
                return new SlotWritten(next);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        Task.FromResult(EmbeddedJson.ReadSlot(database.Read(session => session.Text(ByFingerprint, fingerprint.Key))));

    /// <inheritdoc/>
    public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) =>
        ListAsync("SELECT json FROM slots WHERE lasts = 1", cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
        ListAsync("SELECT json FROM slots WHERE lasts = 2", cancellationToken);

    private async IAsyncEnumerable<Slot> ListAsync(string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = database.Read(session => session.List(row => row.GetString(0), query));
        foreach (var json in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return EmbeddedJson.ReadSlot(json)!;
        }

        await Task.CompletedTask;
    }
}
