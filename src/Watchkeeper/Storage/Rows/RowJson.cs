using System.Buffers;
using System.Text.Json;

namespace Watchkeeper.Storage.Rows;

/// <summary>A row as DynamoDB's own JSON, in which each value is an object that names its type.</summary>
public static class RowJson
{
    /// <summary>The row as bytes.</summary>
    public static ReadOnlyMemory<byte> Write(Row row)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json))
            Write(writer, row);
        return json.WrittenMemory;
    }

    /// <summary>Writes the row as an object.</summary>
    public static void Write(Utf8JsonWriter writer, Row row)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(row);
        writer.WriteStartObject();
        foreach (var (name, value) in row)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Parses a row.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    /// <exception cref="InvalidDataException">The JSON is no row.</exception>
    public static Row Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Map(document.RootElement);
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="InvalidDataException">The JSON is no row.</exception>
    public static Row Read(JsonElement json) => Map(json);

    private static void Write(Utf8JsonWriter writer, RowValue value)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case TextValue text:
                writer.WriteString("S", text.Value);
                break;
            case NumberValue number:
                writer.WriteString("N", number.Value);
                break;
            case BytesValue bytes:
                writer.WriteBase64String("B", bytes.Value.Span);
                break;
            case MapValue map:
                writer.WritePropertyName("M");
                Write(writer, map.Value);
                break;
            case ListValue list:
                writer.WriteStartArray("L");
                foreach (var element in list.Elements)
                    Write(writer, element);
                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static Row Map(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new InvalidDataException("an object of attributes is expected");
        var attributes = new Dictionary<string, RowValue>(StringComparer.Ordinal);
        foreach (var attribute in json.EnumerateObject())
            attributes[attribute.Name] = Value(attribute.Value);
        return Row.Over(attributes);
    }

    private static RowValue Value(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            throw new InvalidDataException("an object that names the value's type is expected");
        foreach (var typed in json.EnumerateObject())
        {
            return (typed.Name, typed.Value.ValueKind) switch
            {
                ("S", JsonValueKind.String) => RowValue.Text(typed.Value.GetString()!),
                ("N", JsonValueKind.String) => NumberValue.Parse(typed.Value.GetString()!) ?? RowValue.Unused,
                ("B", JsonValueKind.String) when typed.Value.TryGetBytesFromBase64(out var bytes) => RowValue.Bytes(bytes),
                ("M", _) => RowValue.Map(Map(typed.Value)),
                ("L", JsonValueKind.Array) => RowValue.List([.. typed.Value.EnumerateArray().Select(Value)]),
                _ => RowValue.Unused,
            };
        }

        return RowValue.Unused;
    }
}
