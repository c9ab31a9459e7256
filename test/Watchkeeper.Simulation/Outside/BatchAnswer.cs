using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// Reads a batch's answer as Lambda does («Configuring partial batch response with DynamoDB and Lambda»): nothing named is
/// success, and a name that is none of the batch's fails it as a whole.
/// </summary>
internal static class BatchAnswer
{
    /// <summary>The place of the first record to hand over again; the batch's length where all is done.</summary>
    public static int FirstToRetry(ReadOnlyMemory<byte> answer, ImmutableArray<StreamEntry> batch) =>
        Named(answer).Select(name => Math.Max(0, Place(batch, name))).Append(batch.Length).Min();

    /// <summary>The names in an answer.</summary>
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
