using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring;

/// <summary>Writes the checked form of a file: the same JSON for the same meaning, on every machine.</summary>
internal static class JsonWriting
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(CheckedValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            Write(writer, value);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, CheckedValue value)
    {
        switch (value)
        {
            case CheckedText text:
                writer.WriteStringValue(text.Value);
                break;
            case CheckedFlag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case CheckedNumber number:
                writer.WriteNumberValue(number.Value);
                break;
            case CheckedList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case CheckedMap map:
                writer.WriteStartObject();
                foreach (var member in map.Members)
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
        }
    }
}
