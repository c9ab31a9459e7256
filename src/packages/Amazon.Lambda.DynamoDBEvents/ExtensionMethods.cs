using System.Buffers;
using System.Text;
using System.Text.Json;
using static Amazon.Lambda.DynamoDBEvents.DynamoDBEvent;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>Items as plain JSON, the form that the SDK's document model reads.</summary>
public static class ExtensionMethods
{
    /// <summary>
    /// The item as one line of JSON: numbers and sets lose their type, binaries become base64. Null and empty give <c>{}</c>.
    /// </summary>
    /// <param name="item">The item.</param>
    public static string ToJson(this Dictionary<string, AttributeValue> item) => Write(item, indented: false);

    /// <summary>As <see cref="ToJson"/>, one value a line.</summary>
    /// <param name="item">The item.</param>
    public static string ToJsonPretty(this Dictionary<string, AttributeValue> item) => Write(item, indented: true);

    private static string Write(Dictionary<string, AttributeValue> item, bool indented)
    {
        if (item is not { Count: > 0 })
            return "{}";

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new() { Indented = indented }))
            WriteMap(writer, item);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMap(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        if (value.S is not null)
            writer.WriteStringValue(value.S);
        else if (value.N is not null)
            writer.WriteRawValue(value.N);
        else if (value.B is not null)
            writer.WriteBase64StringValue(value.B.ToArray());
        else if (value.BOOL is { } boolean)
            writer.WriteBooleanValue(boolean);
        else if (value.M is not null)
            WriteMap(writer, value.M);
        else
            WriteSequence(writer, value);
    }

    private static void WriteSequence(Utf8JsonWriter writer, AttributeValue value)
    {
        if (value.L is not null)
            WriteArray(writer, value.L, WriteValue);
        else if (value.SS is not null)
            WriteArray(writer, value.SS, static (json, text) => json.WriteStringValue(text));
        else if (value.NS is not null)
            WriteArray(writer, value.NS, static (json, number) => json.WriteRawValue(number));
        else if (value.BS is not null)
            WriteArray(writer, value.BS, static (json, binary) => json.WriteBase64StringValue(binary.ToArray()));
        else
            writer.WriteNullValue();
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, List<T> values, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            write(writer, value);
        writer.WriteEndArray();
    }
}
