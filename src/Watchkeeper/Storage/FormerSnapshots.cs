using Watchkeeper.Audits;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Deletes the rows of a check that earlier versions compared audits with, before the check is read. Nothing reads them any more.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="inner">Trusted Advisor.</param>
public sealed class FormerSnapshots(IRowTable table, IAdvisor inner) : IAdvisor
{
    /// <inheritdoc/>
    public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken) =>
        inner.RefreshAsync(check, cancellationToken);

    /// <inheritdoc/>
    public async Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        await foreach (var row in table.QueryAsync($"A#{check.Id}", "", cancellationToken))
            await table.WriteAsync(new RowDelete(RowKey.From(row)), cancellationToken);
        return await inner.ReadAsync(check, cancellationToken);
    }
}
