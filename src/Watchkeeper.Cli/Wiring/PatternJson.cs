using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Converts an event pattern from YAML to JSON as AWS does: quoted values become strings; plain <c>true</c>, <c>null</c> and
/// numbers do not.
/// </summary>
internal static class PatternJson
{
    public static JsonElement From(TemplateValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, value);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, TemplateValue value)
    {
        switch (value)
        {
            case TemplateValue.Map map:
                writer.WriteStartObject();
                foreach (var (name, member) in map.Members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }

                writer.WriteEndObject();
                break;
            case TemplateValue.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case TemplateValue.Text text:
                WriteText(writer, text);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, TemplateValue.Text text)
    {
        switch (text)
        {
            case { IsPlain: true, Value: "true" or "True" or "TRUE" }:
                writer.WriteBooleanValue(true);
                break;
            case { IsPlain: true, Value: "false" or "False" or "FALSE" }:
                writer.WriteBooleanValue(false);
                break;
            case { IsPlain: true }
                when decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteStringValue(text.Value);
                break;
        }
    }
}
