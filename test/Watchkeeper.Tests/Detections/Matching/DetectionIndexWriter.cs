using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Watchkeeper.Detections;
using Watchkeeper.Patterns.Indexing;

namespace Watchkeeper.Tests.Detections.Matching;

/// <summary>Writes the file that <see cref="DetectionIndexFile"/> reads.</summary>
internal static class DetectionIndexWriter
{
    private static readonly string[] Members = ["matches", "undoes"];

    /// <summary>The file of these detections: a line for each.</summary>
    /// <param name="detections">The detections.</param>
    /// <param name="fileOf">The bytes of a detection's file by its id.</param>
    public static string Write(ImmutableArray<Detection> detections, Func<string, ReadOnlyMemory<byte>> fileOf)
    {
        var alternatives = DetectionIndex.Alternatives(detections).ToLookup(alternative => alternative.Target);
        var lines = detections.Select((detection, position) => Line(detection.Id, position, alternatives, HashOf(fileOf(detection.Id))));
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }

    private static string HashOf(ReadOnlyMemory<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file.Span))[..12];

    private static string Line(string id, int position, ILookup<int, Alternative> alternatives, string hash)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("file", hash);
            for (var kind = 0; kind < Members.Length; kind++)
            {
                // Alternatives that differ in tests only are one here.
                var lists = alternatives[(2 * position) + kind].Select(Text).Distinct(StringComparer.Ordinal).ToList();
                if (lists.Count == 0)
                    continue;
                writer.WritePropertyName(Members[kind]);
                writer.WriteRawValue($"[{string.Join(',', lists)}]");
            }

            writer.WriteEndObject();
        }

        return $"\"{id}\":{Encoding.UTF8.GetString(buffer.WrittenSpan)}";
    }

    private static string Text(Alternative alternative)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (field, values) in alternative.Required)
            {
                writer.WriteStartArray(field);
                foreach (var value in values)
                {
                    if (value.IsText)
                        writer.WriteStringValue(value.Utf8.Span);
                    else
                        writer.WriteRawValue(value.Utf8.Span);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
