using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>
/// The size from which DynamoDB computes units («DynamoDB item sizes and formats» in its developer guide): names and texts in
/// UTF-8; for a number about one byte for two digits, and one more; for a list or map three bytes, and one for each element.
/// </summary>
internal static class ItemSize
{
    public static int InBytes(Dictionary<string, AttributeValue> item) =>
        item.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + InBytes(pair.Value));

    private static int InBytes(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => (number.Count(char.IsAsciiDigit) / 2) + 2,
        { B: { } bytes } => (int)bytes.Length,
        { L: { } list } => 3 + list.Sum(element => 1 + InBytes(element)),
        { M: { } map } => 3 + map.Count + InBytes(map),
        _ => throw new ArgumentOutOfRangeException(nameof(value), "not a type that rows use"),
    };
}
