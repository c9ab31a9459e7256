using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>An item as DynamoDB's own JSON, in which each value is an object that names its type.</summary>
internal static class ItemJson
{
    public static void Write(Utf8JsonWriter writer, string name, Dictionary<string, AttributeValue> item)
    {
        writer.WritePropertyName(name);
        Write(writer, item);
    }

    public static void Write(Utf8JsonWriter writer, Dictionary<string, AttributeValue> item)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in item)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        if (value.S is not null)
            writer.WriteString("S", value.S);
        else if (value.N is not null)
            writer.WriteString("N", value.N);
        else if (value.B is not null)
            writer.WriteBase64String("B", value.B.ToArray());
        else if (value.M is not null)
            Write(writer, "M", value.M);
        else if (value.L is not null)
            Write(writer, "L", value.L);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, List<AttributeValue> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            Write(writer, value);
        writer.WriteEndArray();
    }
}
