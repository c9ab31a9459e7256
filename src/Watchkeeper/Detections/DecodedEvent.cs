using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>An event in which texts that contain JSON are replaced by that JSON.</summary>
internal static class DecodedEvent
{
    private const int MaximumDepth = 64;

    /// <summary>Decodes the texts at these paths; the event itself if there is nothing to decode.</summary>
    public static JsonElement From(JsonElement json, ImmutableArray<EventPath> places)
    {
        if (places.IsEmpty || places.All(place => place.Find(json).Length == 0))
            return json;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
            Copy(writer, json, places, []);
        return Parse(buffer.WrittenSpan) ?? json;
    }

    private static void Copy(
        Utf8JsonWriter writer, JsonElement element, ImmutableArray<EventPath> places, ImmutableArray<string> way)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when way.Length < MaximumDepth:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    var name = JsonText.ReadName(member);
                    writer.WritePropertyName(name);
                    Copy(writer, member.Value, places, way.Add(name));
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.String when places.Any(place => place.IsAt(way.AsSpan())):
                var held = Encoding.UTF8.GetBytes(JsonText.Read(element));
                writer.WriteRawValue(
                    Parse(held) is null ? JsonMarshal.GetRawUtf8Value(element) : held,
                    skipInputValidation: true);
                break;
            default:
                // Copies the text as written: parsing and writing it again throws at a lone surrogate.
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
