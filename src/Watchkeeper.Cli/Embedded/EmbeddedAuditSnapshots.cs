using System.Collections.Immutable;
using Watchkeeper.Audits;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Audit snapshots in the embedded database: one row a check.</summary>
/// <param name="database">The database.</param>
public sealed class EmbeddedAuditSnapshots(EmbeddedDatabase database) : IAuditSnapshots
{
    /// <inheritdoc/>
    public Task<ImmutableArray<KnownFinding>> ReadAsync(string checkId, CancellationToken cancellationToken) => Task.FromResult(
        EmbeddedJson.ReadFindings(
            database.Read(session => session.Text("SELECT json FROM snapshots WHERE check_id = $1", checkId))));

    /// <inheritdoc/>
    public Task ReplaceAsync(string checkId, ImmutableArray<KnownFinding> findings, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.Run(
                """
                INSERT INTO snapshots (check_id, json) VALUES ($1, $2)
                ON CONFLICT (check_id) DO UPDATE SET json = excluded.json
                """,
                checkId,
                EmbeddedJson.Write(findings)),
            cancellationToken);
}
