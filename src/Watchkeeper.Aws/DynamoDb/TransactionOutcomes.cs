using Amazon.DynamoDBv2.Model;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Reads the outcome of each write in a cancelled transaction from its cancellation reasons («TransactWriteItems», API
/// reference).
/// </summary>
internal static class TransactionOutcomes
{
    public static RowsRefused From(TransactionCanceledException canceled) =>
        new([.. canceled.CancellationReasons.Select(reason => From(reason, canceled))]);

    private static RowOutcome From(CancellationReason reason, TransactionCanceledException canceled) => reason.Code switch
    {
        null or "None" => new RowOutcome.Passed(),
        "ConditionalCheckFailed" => new RowOutcome.Refused(ItemValues.ToRow(reason.Item)),
        "TransactionConflict" or "ThrottlingError" or "ProvisionedThroughputExceeded" => new RowOutcome.Busy(),
        "ValidationError" => throw new InvalidRowWriteException(reason.Message, canceled),
        _ => throw new InvalidOperationException($"a transaction was cancelled: {reason.Code} {reason.Message}", canceled),
    };
}
