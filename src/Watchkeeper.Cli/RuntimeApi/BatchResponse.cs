using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// Finds the failed records of a batch by the rules of «Configuring partial batch response with DynamoDB and Lambda». An empty
/// list is success. An identifier from outside the batch fails the whole batch.
/// </summary>
internal static class BatchResponse
{
    /// <summary>Returns the index of the first record to retry; the batch's length if every record succeeded.</summary>
    public static int FirstToRetry(ReadOnlyMemory<byte> answer, ImmutableArray<StreamRecord> batch)
    {
        if (answer.Span.Trim(" \t\r\n"u8).IsEmpty)
            return batch.Length;
        try
        {
            using var document = JsonDocument.Parse(answer);
            return Lowest(document.RootElement, batch);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static int Lowest(JsonElement root, ImmutableArray<StreamRecord> batch)
    {
        if (root.ValueKind is JsonValueKind.Null)
            return batch.Length;
        if (root.ValueKind is not JsonValueKind.Object)
            return 0;
        if (!root.TryGetProperty("batchItemFailures", out var failures) || failures.ValueKind is JsonValueKind.Null)
            return batch.Length;
        if (failures.ValueKind is not JsonValueKind.Array)
            return 0;

        // An unknown identifier has index -1 and thus comes first.
        return Math.Max(0, failures.EnumerateArray().Select(failure => Place(failure, batch)).Append(batch.Length).Min());
    }

    private static int Place(JsonElement failure, ImmutableArray<StreamRecord> batch)
    {
        if (failure.ValueKind is not JsonValueKind.Object
            || !failure.TryGetProperty("itemIdentifier", out var name)
            || name.ValueKind is not JsonValueKind.String)
        {
            return -1;
        }

        var number = name.GetString();
        return batch.Select((record, place) => (record, place))
            .FirstOrDefault(each => each.record.SequenceNumber == number, (null!, -1)).place;
    }
}
