using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>The result of reading one record of the table's stream.</summary>
public abstract record StreamParseResult
{
    private StreamParseResult()
    {
    }

    /// <summary>A slot or a ledger row changed.</summary>
    /// <param name="Change">The change.</param>
    public sealed record Changed(StoreChange Change) : StreamParseResult;

    /// <summary>The record requires no action: its row has no consumers, or its time to live ended.</summary>
    public sealed record Ignored : StreamParseResult;

    /// <summary>The record is invalid.</summary>
    /// <param name="Rejection">Why, with a path in the record: <c>$.dynamodb.NewImage.su.M.k</c>.</param>
    public sealed record Rejected(Rejection Rejection) : StreamParseResult;
}
