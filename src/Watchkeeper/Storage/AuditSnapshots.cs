using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Audit snapshots as rows: pages under the name of an edition, and one head row that names the current edition. A replacement
/// writes the pages of a new edition, changes the head, and deletes the old pages. If the replacement stops before it changes the
/// head, the old edition stays current; afterwards the new one is. Of two concurrent replacements, the first to change the head
/// wins. Until the old pages are deleted, the head also names their edition, so that the next replacement deletes what an
/// interrupted one left behind.
/// </summary>
/// <param name="table">The table.</param>
public sealed class AuditSnapshots(IRowTable table) : IAuditSnapshots
{
    private const string EditionName = "ed";
    private const string Pages = "n";
    private const string FormerName = "fe";
    private const string FormerPages = "fn";
    private const string Findings = "fi";
    private const int MostTries = 6;

    /// <inheritdoc/>
    /// <exception cref="UnreadableRowException">Pages of the current edition are missing.</exception>
    public async Task<ImmutableArray<KnownFinding>> ReadAsync(string checkId, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            if (await ReadHeadAsync(checkId, cancellationToken) is not { } head)
                return [];
            var findings = ImmutableArray.CreateBuilder<KnownFinding>();
            var page = 0;
            while (page < head.Current.Pages
                && await table.ReadAsync(Keys.SnapshotPage(checkId, head.Current.Name, page), cancellationToken) is { } item)
            {
                findings.AddRange(ItemReader.Of(item).Maps(Findings, FindingItem.Read));
                page++;
            }

            if (page == head.Current.Pages)
            {
                await TakeAwayFormerAsync(checkId, head, cancellationToken);
                return findings.ToImmutable();
            }

            // A replacement happened during the read: the head now names the edition to read.
            if (tried == MostTries)
                throw new UnreadableRowException($"$.{EditionName}", $"page {page} of {head.Current.Pages} is missing");
        }
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(string checkId, ImmutableArray<KnownFinding> findings, CancellationToken cancellationToken)
    {
        var before = await ReadHeadAsync(checkId, cancellationToken) ?? new Head(new Edition("", 0), null);
        await TakeAwayFormerAsync(checkId, before, cancellationToken);
        var name = SnapshotPages.EditionOf(findings, before.Current.Name);
        var pages = 0;
        foreach (var page in SnapshotPages.Cut(findings))
        {
            var item = ItemWriter.Row(Keys.SnapshotPage(checkId, name, pages++))
                .List(Findings, page.Select(finding => FindingItem.Write(finding).ToValue()))
                .ToRow();
            await table.WriteAsync(new RowPut(item), cancellationToken);
        }

        var mine = new Head(new Edition(name, pages), before.Current.Pages > 0 ? before.Current : null);
        if (await TurnAsync(checkId, before, mine, cancellationToken))
            await TakeAwayFormerAsync(checkId, mine, cancellationToken);
        else
            await DeleteAsync(checkId, mine.Current, cancellationToken);
    }

    private async Task<Head?> ReadHeadAsync(string checkId, CancellationToken cancellationToken)
    {
        if (await table.ReadAsync(Keys.SnapshotHead(checkId), cancellationToken) is not { } item)
            return null;
        var row = ItemReader.Of(item);
        return new Head(
            new Edition(row.Text(EditionName), row.Count(Pages)),
            row.TextOrNull(FormerName) is { } former ? new Edition(former, row.Count(FormerPages)) : null);
    }

    /// <summary>False if another replacement changed the head first.</summary>
    private async Task<bool> TurnAsync(string checkId, Head before, Head mine, CancellationToken cancellationToken)
    {
        var row = ItemWriter.Row(Keys.SnapshotHead(checkId))
            .Text(EditionName, mine.Current.Name)
            .Number(Pages, mine.Current.Pages);
        if (mine.Former is { } former)
            row.Text(FormerName, former.Name).Number(FormerPages, former.Pages);
        var unturned = RowGuard.Any(
            RowGuard.Missing(RowKey.PkName),
            RowGuard.Equal(EditionName, RowValue.Text(before.Current.Name)),
            RowGuard.Equal(EditionName, RowValue.Text(mine.Current.Name)));
        return await table.WriteAsync(new RowPut(row.ToRow(), unturned), cancellationToken) is RowWritten;
    }

    private async Task TakeAwayFormerAsync(string checkId, Head head, CancellationToken cancellationToken)
    {
        if (head.Former is not { } former)
            return;
        await DeleteAsync(checkId, former, cancellationToken);
        // Refused if the head has changed since: it then names another former edition.
        await table.WriteAsync(
            new RowUpdate(
                Keys.SnapshotHead(checkId),
                [RowChange.Remove(FormerName), RowChange.Remove(FormerPages)],
                RowGuard.Equal(EditionName, RowValue.Text(head.Current.Name))),
            cancellationToken);
    }

    private async Task DeleteAsync(string checkId, Edition edition, CancellationToken cancellationToken)
    {
        for (var page = 0; page < edition.Pages; page++)
            await table.WriteAsync(new RowDelete(Keys.SnapshotPage(checkId, edition.Name, page)), cancellationToken);
    }

    /// <param name="Name">The prefix of the pages' keys.</param>
    /// <param name="Pages">Number of pages.</param>
    private sealed record Edition(string Name, int Pages);

    /// <param name="Current">The current edition.</param>
    /// <param name="Former">The previous edition, whose pages may still exist; null once they are deleted.</param>
    private sealed record Head(Edition Current, Edition? Former);
}
