using System.Buffers;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Http;

/// <summary>Writes bodies.</summary>
internal static class HttpJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = InertJson.Encoder };

    /// <summary>A JSON object in one line of UTF-8.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A member that is an object.</summary>
    public static void WriteObject(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> members)
    {
        json.WriteStartObject(name);
        members(json);
        json.WriteEndObject();
    }
}
