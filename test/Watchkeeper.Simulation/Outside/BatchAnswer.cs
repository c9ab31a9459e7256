using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// Reads a batch's answer as Lambda does («Configuring partial batch response with DynamoDB and Lambda»): an answer without items
/// is a success, and an item that is not of the batch fails the whole batch.
/// </summary>
internal static class BatchAnswer
{
    /// <summary>The index of the first record to deliver again; the batch's length if all succeeded.</summary>
    public static int FirstToRetry(ReadOnlyMemory<byte> answer, ImmutableArray<StreamEntry> batch) =>
        Named(answer).Select(name => Math.Max(0, Place(batch, name))).Append(batch.Length).Min();

    /// <summary>The item identifiers of an answer.</summary>
    public static ImmutableArray<string> Named(ReadOnlyMemory<byte> answer)
    {
        if (answer.IsEmpty)
            return [];
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.ValueKind is JsonValueKind.Object
            && document.RootElement.TryGetProperty("batchItemFailures", out var failures)
            && failures.ValueKind is JsonValueKind.Array
                ? [.. failures.EnumerateArray().Select(failure => failure.GetProperty("itemIdentifier").GetString() ?? "")]
                : [];
    }

    public static int Place(ImmutableArray<StreamEntry> batch, string number)
    {
        for (var i = 0; i < batch.Length; i++)
        {
            if (batch[i].SequenceNumber == number)
                return i;
        }

        return -1;
    }
}
