using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// Restores a record that a tool exported to the form in which CloudTrail wrote it: null members are absent, a missing id is made
/// from the record's bytes, a time without a zone is UTC, objects in texts are objects, and names in lower case are CloudTrail's.
/// </summary>
internal static class ExportedRecord
{
    private const string IdName = "eventID";
    private const string TimeName = "eventTime";
    private const int TimeLength = 19;

    // To the second; what follows is a fraction of any length, and UTC in some spelling.
    private static readonly string[] TimeForms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];
    private static readonly string[] UtcForms = ["", "Z", "UTC", "+00:00", "+0000"];

    private static readonly ImmutableArray<string> ObjectNames =
        ["userIdentity", "requestParameters", "responseElements", "additionalEventData", "serviceEventDetails", "tlsDetails"];

    /// <summary>The restored record; the record itself if there is nothing to restore.</summary>
    public static JsonCursor Restore(JsonCursor record)
    {
        if (record.Element.ValueKind is not JsonValueKind.Object)
            return record;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            var isTable = ColumnNames.AreIn(record.Element);
            if ((isTable || IsRecord(record.Element)) && !HasId(record.Element))
                writer.WriteString(IdName, Id(record.Element));
            foreach (var member in record.Element.EnumerateObject().Where(IsPresent))
            {
                var name = isTable ? ColumnNames.Of(member.Name) : member.Name;
                writer.WritePropertyName(name);
                WriteMember(writer, name, member.Value, isTable && ColumnNames.GoOnIn(name));
            }

            writer.WriteEndObject();
        }

        return record with { Element = JsonElement.Parse(buffer.WrittenSpan) };
    }

    private static bool IsRecord(JsonElement element) => element.Text("eventName").Length > 0;

    private static bool HasId(JsonElement element) => element.EnumerateObject()
        .Any(member => IsPresent(member) && member.Name.Equals(IdName, StringComparison.OrdinalIgnoreCase));

    private static string Id(JsonElement record) =>
        StableHash.Compute("record", Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(record)));

    private static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value, bool isTable)
    {
        if (name == TimeName && Time(value) is { } time)
            writer.WriteStringValue(time);
        else if (ObjectNames.Contains(name, StringComparer.Ordinal) && Object(value) is { } held)
            Write(writer, held, isTable);
        else
            Write(writer, value, isTable);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element, bool isTable)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(writer, item, isTable);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(IsPresent))
                {
                    writer.WritePropertyName(isTable ? ColumnNames.Of(member.Name) : member.Name);
                    Write(writer, member.Value, isTable);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
                break;
        }
    }

    private static bool IsPresent(JsonProperty member) => member.Value.ValueKind is not JsonValueKind.Null;

    private static string? Time(JsonElement value)
    {
        var text = value.Text();
        if (text.Length < TimeLength || !IsUtc(text.AsSpan(TimeLength)))
            return null;
        var isTime = DateTime.TryParseExact(
            text.AsSpan(0, TimeLength), TimeForms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        return isTime ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null;
    }

    private static bool IsUtc(ReadOnlySpan<char> rest)
    {
        if (rest is ['.', ..])
            rest = rest[1..].TrimStart("0123456789");
        return UtcForms.Contains(rest.Trim().ToString(), StringComparer.Ordinal);
    }

    private static JsonElement? Object(JsonElement value)
    {
        if (value.Text() is not ['{', ..] text)
            return null;
        try
        {
            var held = JsonText.Parse(text, JsonPath.Root, "an object").Element;
            return DepthOf(held) < JsonText.MaxDepth ? held : null;
        }
        catch (RejectionException)
        {
            // A text that is no object stays a text, which no pattern over objects matches.
            return null;
        }
    }

    // The object becomes one level deeper than it was in its text.
    private static int DepthOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => 1 + element.EnumerateObject().Select(member => DepthOf(member.Value)).DefaultIfEmpty().Max(),
        JsonValueKind.Array => 1 + element.EnumerateArray().Select(DepthOf).DefaultIfEmpty().Max(),
        _ => 0,
    };
}
