using Amazon.DynamoDBv2.Model;
using Watchkeeper.Audits;
using Watchkeeper.Aws.DynamoDb.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Deletes the rows of a check that earlier versions compared audits with, before the check is read. Nothing reads them any more.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="inner">Trusted Advisor.</param>
public sealed class FormerSnapshots(DynamoDbTable table, IAdvisor inner) : IAdvisor
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
        var query = new QueryRequest
        {
            KeyConditionExpression = "#pk = :pk",
            ExpressionAttributeNames = Expression.NamesIn("#pk"),
            ExpressionAttributeValues = new ItemWriter().Text(":pk", $"A#{check.Id}").Item,
        };
        await foreach (var row in table.QueryAsync(query, cancellationToken))
        {
            var key = RowKey.Of(row).ToItem();
            await table.Client.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = key }, cancellationToken);
        }

        return await inner.ReadAsync(check, cancellationToken);
    }
}
