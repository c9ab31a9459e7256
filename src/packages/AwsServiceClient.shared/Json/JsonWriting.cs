using System.Text.Json;

namespace Amazon.StandIn;

/// <summary>Writes members of an object. What is null is not sent.</summary>
internal static class JsonWriting
{
    public static void WriteText(this Utf8JsonWriter writer, string name, string value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void WriteWhole(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    public static void WriteStrings(this Utf8JsonWriter writer, string name, List<string> values)
    {
        if (values is null)
            return;
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
