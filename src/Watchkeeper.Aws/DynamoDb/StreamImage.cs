using Watchkeeper.Storage.Rows;
using Event = Amazon.Lambda.DynamoDBEvents.DynamoDBEvent;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Reads rows from the attribute values of Lambda's event package. A value of an unsupported type is passed on; the code that
/// reads the row rejects that value.
/// </summary>
internal static class StreamImage
{
    public static Row ToRow(Dictionary<string, Event.AttributeValue> image)
    {
        var attributes = new Dictionary<string, RowValue>(image.Count, StringComparer.Ordinal);
        foreach (var (name, value) in image)
            attributes[name] = ToValue(value);
        return Row.Over(attributes);
    }

    private static RowValue ToValue(Event.AttributeValue? value) => value switch
    {
        { S: { } text } => RowValue.Text(text),
        { N: { } number } => NumberValue.Parse(number) ?? RowValue.Unused,
        { B: { } bytes } => RowValue.Bytes(bytes.ToArray()),
        { M: { } map } => RowValue.Map(ToRow(map)),
        { L: { } list } => RowValue.List([.. list.Select(ToValue)]),
        _ => RowValue.Unused,
    };
}
