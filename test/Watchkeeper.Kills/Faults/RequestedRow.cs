using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Kills.Faults;

/// <summary>
/// A row that a request to DynamoDB asks for: the action that IAM checks, and the partition key, which it compares as
/// <c>dynamodb:LeadingKeys</c> (developer guide, «Using IAM policy conditions for fine-grained access control»).
/// </summary>
internal sealed record RequestedRow(string Action, string Partition)
{
    /// <summary>The rows of a request; empty for a query of an index, whose keys are others, and for other services.</summary>
    public static ImmutableArray<RequestedRow> Parse(string operation, ReadOnlyMemory<byte> body)
    {
        if (operation is not ("GetItem" or "PutItem" or "UpdateItem" or "DeleteItem" or "Query" or "BatchGetItem"
            or "TransactWriteItems"))
        {
            return [];
        }

        var request = JsonElement.Parse(body.Span);
        return operation switch
        {
            "PutItem" => [new(Granted(operation), KeyOf(request.GetProperty("Item")))],
            "Query" when request.TryGetProperty("IndexName", out _) => [],
            "Query" => [new(Granted(operation), Text(request.GetProperty("ExpressionAttributeValues").GetProperty(":k")))],
            "BatchGetItem" =>
            [
                .. request.GetProperty("RequestItems").EnumerateObject()
                    .SelectMany(table => table.Value.GetProperty("Keys").EnumerateArray())
                    .Select(key => new RequestedRow(Granted(operation), KeyOf(key))),
            ],
            "TransactWriteItems" => [.. request.GetProperty("TransactItems").EnumerateArray().Select(Write)],
            _ => [new(Granted(operation), KeyOf(request.GetProperty("Key")))],
        };
    }

    // One of Put, Update, Delete and ConditionCheck, each with an action of its own.
    private static RequestedRow Write(JsonElement write)
    {
        var (name, one) = write.EnumerateObject().Select(member => (member.Name, member.Value)).First();
        return new(Granted($"{name}Item"), KeyOf(one.TryGetProperty("Item", out var item) ? item : one.GetProperty("Key")));
    }

    private static string Granted(string operation) => $"dynamodb:{operation}";

    private static string KeyOf(JsonElement row) => Text(row.GetProperty("pk"));

    private static string Text(JsonElement value) => value.GetProperty("S").GetString()!;
}
