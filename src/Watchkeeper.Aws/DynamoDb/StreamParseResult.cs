using Watchkeeper.Incidents;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>What a record of the table's stream amounts to.</summary>
public abstract record StreamParseResult
{
    private StreamParseResult()
    {
    }

    /// <summary>A slot or a row of the ledger changed.</summary>
    /// <param name="Change">The change.</param>
    public sealed record Changed(StoreChange Change) : StreamParseResult;

    /// <summary>A row that nothing is derived from, or the end of one by its time to live.</summary>
    public sealed record Ignored : StreamParseResult;

    /// <summary>It could not be understood.</summary>
    /// <param name="Path">JSON path in the record: <c>$.dynamodb.NewImage.su.M.k</c>.</param>
    /// <param name="Reason">What is wrong there and what would be right.</param>
    public sealed record Rejected(string Path, string Reason) : StreamParseResult;
}
