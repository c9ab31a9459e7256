using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Converts rows to the SDK's types and back.</summary>
internal static class ItemValues
{
    public static Dictionary<string, AttributeValue> ToItem(Row row)
    {
        var item = new Dictionary<string, AttributeValue>(row.Count, StringComparer.Ordinal);
        foreach (var (name, value) in row)
            item[name] = ToValue(value);
        return item;
    }

    public static Dictionary<string, AttributeValue> ToItem(RowKey key) => new(StringComparer.Ordinal)
    {
        [RowKey.PkName] = new AttributeValue { S = key.Pk },
        [RowKey.SkName] = new AttributeValue { S = key.Sk },
    };

    public static AttributeValue ToValue(RowValue value) => value switch
    {
        TextValue text => new AttributeValue { S = text.Value },
        NumberValue number => new AttributeValue { N = number.Value },
        BytesValue bytes => new AttributeValue { B = Stream(bytes.Value) },
        ListValue list => new AttributeValue { L = [.. list.Elements.Select(ToValue)] },
        MapValue map => new AttributeValue { M = ToItem(map.Value) },
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a type that rows use"),
    };

    /// <summary>Converts an item to a row; null for a missing item or one without attributes.</summary>
    public static Row? ToRow(Dictionary<string, AttributeValue>? item) => item is { Count: > 0 } ? ToMap(item) : null;

    private static Row ToMap(Dictionary<string, AttributeValue> item)
    {
        var attributes = new Dictionary<string, RowValue>(item.Count, StringComparer.Ordinal);
        foreach (var (name, value) in item)
            attributes[name] = ToValue(value);
        return Row.Over(attributes);
    }

    private static RowValue ToValue(AttributeValue value)
    {
        if (value.S is { } text)
            return RowValue.Text(text);
        if (value.N is { } number)
            return NumberValue.Parse(number) ?? RowValue.Unused;
        if (value.B is { } bytes)
            return RowValue.Bytes(bytes.ToArray());
        if (value.M is { } map)
            return RowValue.Map(ToMap(map));
        return value.L is { } list ? RowValue.List([.. list.Select(ToValue)]) : RowValue.Unused;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
