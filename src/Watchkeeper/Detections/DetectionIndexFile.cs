using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Watchkeeper.Patterns.Indexing;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>
/// The index of the built-in detections as a file, so that a function that starts reads this instead of all detections. One JSON
/// object: by id, <c>file</c> is the start of the SHA-256 of the detection's file, so that a hash of the index is one of all
/// files; <c>matches</c> and <c>undoes</c> list what the alternatives of the pattern and of the undoings require, each an object
/// from dotted fields to exact values.
/// </summary>
internal static class DetectionIndexFile
{
    /// <summary>Reads a file: adds its alternatives, and returns the ids.</summary>
    public static ImmutableArray<string> Read(ReadOnlyMemory<byte> file, PatternIndexBuilder builder)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        var fields = new FieldNames();
        var reader = new Utf8JsonReader(file.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            ids.Add(reader.GetString()!);
            reader.Read();
            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("file"u8))
                {
                    reader.Read();
                    continue;
                }

                var target = (2 * (ids.Count - 1)) + (reader.ValueTextEquals("matches"u8) ? 0 : 1);
                reader.Read();
                while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
                    builder.Add(new Alternative(target, Required(ref reader, file, fields), []));
            }
        }

        return ids.ToImmutable();
    }

    private static ImmutableArray<RequiredValues> Required(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> file, FieldNames fields)
    {
        var required = ImmutableArray.CreateBuilder<RequiredValues>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var field = fields.Read(ref reader);
            var values = ImmutableArray.CreateBuilder<ExactValue>();
            reader.Read();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            {
                var isText = reader.TokenType is JsonTokenType.String;
                var written = file.Slice((int)reader.TokenStartIndex + (isText ? 1 : 0), reader.ValueSpan.Length);
                values.Add(new ExactValue(
                    reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(written.Span)) : written, isText));
            }

            required.Add(new RequiredValues(field, values.DrainToImmutable()));
        }

        return required.DrainToImmutable();
    }

    // Few fields are required again and again; each is one string.
    private sealed class FieldNames
    {
        private readonly Utf8Table numbers = new();
        private readonly List<string> names = [];

        public string Read(ref Utf8JsonReader reader)
        {
            var number = numbers.Add(0, reader.ValueSpan);
            if (number == names.Count)
                names.Add(reader.GetString()!);
            return names[number];
        }
    }
}
