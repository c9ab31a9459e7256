using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Audits;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Stores;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Audit snapshots in DynamoDB: pages under the name of an edition, and one head row that says which edition counts. A replacement
/// writes the pages of a new edition, turns the head, and takes the old pages away; cut short before the turn it is found as the
/// one before, and after it as the new one. Of two at a time the one that turns the head first counts.
/// </summary>
/// <param name="table">The table.</param>
public sealed class DynamoDbAuditSnapshots(DynamoDbTable table) : IAuditSnapshots
{
    private const string Edition = "ed";
    private const string Pages = "n";
    private const string Findings = "fi";
    private const string Unturned = "attribute_not_exists(#pk) OR #ed = :before OR #ed = :mine";
    private const int MostTries = 6;

    /// <inheritdoc/>
    /// <exception cref="UnreadableRowException">Pages of the edition that the head names are not there.</exception>
    public async Task<ImmutableArray<Finding>> ReadAsync(string checkId, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            if (await ReadHeadAsync(checkId, cancellationToken) is not { } head)
                return [];
            var findings = ImmutableArray.CreateBuilder<Finding>();
            var page = 0;
            while (page < head.Pages
                && await table.ReadAsync(RowKey.SnapshotPage(checkId, head.Edition, page), cancellationToken) is { } item)
            {
                findings.AddRange(ItemReader.Row(item).Maps(Findings, FindingItem.Read));
                page++;
            }

            if (page == head.Pages)
                return findings.ToImmutable();
            // Replaced while it was read: the head says by now what to read in its place.
            if (tried == MostTries)
                throw new UnreadableRowException($"$.{Edition}", $"page {page} of {head.Pages} is missing");
        }
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(string checkId, ImmutableArray<Finding> findings, CancellationToken cancellationToken)
    {
        var before = await ReadHeadAsync(checkId, cancellationToken) ?? new Head("", 0);
        var edition = SnapshotPages.EditionOf(findings, before.Edition);
        var pages = 0;
        foreach (var page in SnapshotPages.Cut(findings))
        {
            var item = ItemWriter.Row(RowKey.SnapshotPage(checkId, edition, pages++))
                .List(Findings, page.Select(finding => FindingItem.Write(finding).ToValue()))
                .Item;
            await table.Client.PutItemAsync(new PutItemRequest { TableName = table.Name, Item = item }, cancellationToken);
        }

        var mine = new Head(edition, pages);
        await DeleteAsync(checkId, await TurnAsync(checkId, before, mine, cancellationToken) ? before : mine, cancellationToken);
    }

    private async Task<Head?> ReadHeadAsync(string checkId, CancellationToken cancellationToken)
    {
        if (await table.ReadAsync(RowKey.SnapshotHead(checkId), cancellationToken) is not { } item)
            return null;
        var row = ItemReader.Row(item);
        return new Head(row.Text(Edition), row.Count(Pages));
    }

    /// <summary>False where another replacement was quicker.</summary>
    private async Task<bool> TurnAsync(string checkId, Head before, Head mine, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = table.Name,
            Item = ItemWriter.Row(RowKey.SnapshotHead(checkId)).Text(Edition, mine.Edition).Number(Pages, mine.Pages).Item,
            ConditionExpression = Unturned,
            ExpressionAttributeNames = Expression.NamesIn(Unturned),
            ExpressionAttributeValues = new(StringComparer.Ordinal)
            {
                [":before"] = new AttributeValue { S = before.Edition },
                [":mine"] = new AttributeValue { S = mine.Edition },
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

    private async Task DeleteAsync(string checkId, Head edition, CancellationToken cancellationToken)
    {
        for (var page = 0; page < edition.Pages; page++)
        {
            var key = RowKey.SnapshotPage(checkId, edition.Edition, page).ToItem();
            await table.Client.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = key }, cancellationToken);
        }
    }

    private sealed record Head(string Edition, int Pages);
}
