using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Audits;
using Watchkeeper.Aws.DynamoDb.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Audit snapshots in DynamoDB: pages under the name of an edition, and one head row that says which edition counts. A replacement
/// writes the pages of a new edition, turns the head, and takes the old pages away; cut short before the turn it is found as the
/// one before, and after it as the new one. Of two at a time the one that turns the head first counts. Until the old pages are away the
/// head names their edition too, so that who reads it next takes away what a replacement that was cut short left.
/// </summary>
/// <param name="table">The table.</param>
public sealed class DynamoDbAuditSnapshots(DynamoDbTable table) : IAuditSnapshots
{
    private const string EditionName = "ed";
    private const string Pages = "n";
    private const string FormerName = "fe";
    private const string FormerPages = "fn";
    private const string Findings = "fi";
    private const string Unturned = "attribute_not_exists(#pk) OR #ed = :before OR #ed = :mine";
    private const string Same = "#ed = :mine";
    private const string Forget = "REMOVE #fe, #fn";
    private const int MaxAttempts = 6;

    /// <inheritdoc/>
    /// <exception cref="UnreadableRowException">Pages of the edition that the head names are not there.</exception>
    public async Task<ImmutableArray<KnownFinding>> ReadAsync(string checkId, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            if (await ReadHeadAsync(checkId, cancellationToken) is not { } head)
                return [];
            var findings = ImmutableArray.CreateBuilder<KnownFinding>();
            var page = 0;
            while (page < head.Current.Pages
                && await table.ReadAsync(RowKey.SnapshotPage(checkId, head.Current.Name, page), cancellationToken) is { } item)
            {
                findings.AddRange(ItemReader.Row(item).Maps(Findings, FindingItem.Read));
                page++;
            }

            if (page == head.Current.Pages)
            {
                await TakeAwayFormerAsync(checkId, head, cancellationToken);
                return findings.ToImmutable();
            }

            // Replaced while it was read: the head says by now what to read in its place.
            if (tried == MaxAttempts)
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
            var item = ItemWriter.Row(RowKey.SnapshotPage(checkId, name, pages++))
                .List(Findings, page.Select(finding => FindingItem.Write(finding).ToValue()))
                .Item;
            await table.Client.PutItemAsync(new PutItemRequest { TableName = table.Name, Item = item }, cancellationToken);
        }

        var mine = new Head(new Edition(name, pages), before.Current.Pages > 0 ? before.Current : null);
        if (await TurnAsync(checkId, before, mine, cancellationToken))
            await TakeAwayFormerAsync(checkId, mine, cancellationToken);
        else
            await DeleteAsync(checkId, mine.Current, cancellationToken);
    }

    private async Task<Head?> ReadHeadAsync(string checkId, CancellationToken cancellationToken)
    {
        if (await table.ReadAsync(RowKey.SnapshotHead(checkId), cancellationToken) is not { } item)
            return null;
        var row = ItemReader.Row(item);
        return new Head(
            new Edition(row.Text(EditionName), row.Count(Pages)),
            row.TextOrNull(FormerName) is { } former ? new Edition(former, row.Count(FormerPages)) : null);
    }

    /// <summary>False where another replacement was quicker.</summary>
    private async Task<bool> TurnAsync(string checkId, Head before, Head mine, CancellationToken cancellationToken)
    {
        var row = ItemWriter.Row(RowKey.SnapshotHead(checkId)).Text(EditionName, mine.Current.Name).Number(Pages, mine.Current.Pages);
        if (mine.Former is { } former)
            row.Text(FormerName, former.Name).Number(FormerPages, former.Pages);
        var request = new PutItemRequest
        {
            TableName = table.Name,
            Item = row.Item,
            ConditionExpression = Unturned,
            ExpressionAttributeNames = Expression.NamesIn(Unturned),
            ExpressionAttributeValues = new(StringComparer.Ordinal)
            {
                [":before"] = new AttributeValue { S = before.Current.Name },
                [":mine"] = new AttributeValue { S = mine.Current.Name },
            },
        };
        try
        {
            await table.Client.PutItemAsync(request, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private async Task TakeAwayFormerAsync(string checkId, Head head, CancellationToken cancellationToken)
    {
        if (head.Former is not { } former)
            return;
        await DeleteAsync(checkId, former, cancellationToken);
        var request = new UpdateItemRequest
        {
            TableName = table.Name,
            Key = RowKey.SnapshotHead(checkId).ToItem(),
            UpdateExpression = Forget,
            ConditionExpression = Same,
            ExpressionAttributeNames = Expression.NamesIn(Forget, Same),
            ExpressionAttributeValues = new ItemWriter().Text(":mine", head.Current.Name).Item,
        };
        try
        {
            await table.Client.UpdateItemAsync(request, cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Turned on meanwhile: by then the head names another former edition.
        }
    }

    private async Task DeleteAsync(string checkId, Edition edition, CancellationToken cancellationToken)
    {
        for (var page = 0; page < edition.Pages; page++)
        {
            var key = RowKey.SnapshotPage(checkId, edition.Name, page).ToItem();
            await table.Client.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = key }, cancellationToken);
        }
    }

    /// <param name="Name">What its pages' keys begin with.</param>
    /// <param name="Pages">How many there are.</param>
    private sealed record Edition(string Name, int Pages);

    /// <param name="Current">The edition that counts.</param>
    /// <param name="Former">The one before, whose pages may still be there; null once they are away.</param>
    private sealed record Head(Edition Current, Edition? Former);
}
