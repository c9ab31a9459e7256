using System.Text;
using Amazon.DynamoDBv2.Model;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>
/// The size by which DynamoDB counts units, after «DynamoDB item sizes and formats» of its developer guide: names and texts in
/// UTF-8, a number about a byte for two digits and one more, lists and maps three bytes and one for each element.
/// </summary>
internal static class ItemSize
{
    public static int Of(Dictionary<string, AttributeValue> item) =>
        item.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Of(pair.Value));

    private static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => (number.Count(char.IsAsciiDigit) / 2) + 2,
        { B: { } bytes } => (int)bytes.Length,
        { L: { } list } => 3 + list.Sum(element => 1 + Of(element)),
        { M: { } map } => 3 + map.Count + Of(map),
        _ => throw new ArgumentOutOfRangeException(nameof(value), "not a type that rows use"),
    };
}
