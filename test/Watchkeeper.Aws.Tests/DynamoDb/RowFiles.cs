using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Testing;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Rows as files in DynamoDB's JSON, ordered by key, with attributes ordered by name.</summary>
internal static class RowFiles
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static string Folder => Path.Combine(Repository.Root, "test", "Watchkeeper.Aws.Tests", "DynamoDb", "Fixtures");

    /// <summary>The kinds of rows; each has a file.</summary>
    public static IReadOnlyList<string> Kinds => ["slots", "notifications", "reactions", "guards", "lists"];

    /// <summary>The file of a kind.</summary>
    public static string Text(string kind) => File.ReadAllText(Path.Combine(Folder, $"{kind}.json"));

    /// <summary>The rows of a file.</summary>
    public static List<Dictionary<string, AttributeValue>> Read(string kind)
    {
        using var json = JsonDocument.Parse(Text(kind));
        return [.. json.RootElement.EnumerateArray().Select(Map)];
    }

    /// <summary>Formats the rows of a kind as their file.</summary>
    public static string Write(string kind, IEnumerable<Dictionary<string, AttributeValue>> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            var sorted = rows.Where(row => KindOf(row) == kind)
                .OrderBy(row => row["pk"].S, StringComparer.Ordinal).ThenBy(row => row["sk"].S, StringComparer.Ordinal);
            foreach (var row in sorted)
                Write(writer, row);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The row without what later versions add: signal and configuration of a change, measurements, time and decision of an event.</summary>
    public static Dictionary<string, AttributeValue> Earlier(Dictionary<string, AttributeValue> row)
    {
        var earlier = new Dictionary<string, AttributeValue>(row, StringComparer.Ordinal);
        if (KindOf(row) == "lists" && row.ContainsKey("en"))
            _ = (earlier.Remove("y"), earlier.Remove("at"));
        earlier.Remove("me");
        if (row.GetValueOrDefault("e")?.M is { } change)
        {
            earlier["e"] = new AttributeValue
            {
                M = change.Where(each => each.Key is not ("g" or "v" or "c"))
                    .ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal),
            };
        }

        return earlier;
    }

    private static string KindOf(Dictionary<string, AttributeValue> row) => row["sk"].S switch
    {
        _ when row["pk"].S.StartsWith("L#", StringComparison.Ordinal) => "lists",
        "SLOT" => "slots",
        ['T' or 'N', '#', ..] => "notifications",
        ['R', '#', ..] => "reactions",
        _ => "guards",
    };

    private static void Write(Utf8JsonWriter writer, Dictionary<string, AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
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
        {
            writer.WriteString("S", value.S);
        }
        else if (value.N is not null)
        {
            writer.WriteString("N", value.N);
        }
        else if (value.B is not null)
        {
            writer.WriteBase64String("B", value.B.ToArray());
        }
        else if (value.L is not null)
        {
            Write(writer, value.L);
        }
        else
        {
            writer.WritePropertyName("M");
            Write(writer, value.M);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, List<AttributeValue> list)
    {
        writer.WriteStartArray("L");
        foreach (var value in list)
            Write(writer, value);
        writer.WriteEndArray();
    }

    private static Dictionary<string, AttributeValue> Map(JsonElement json) =>
        json.EnumerateObject()
            .ToDictionary(each => each.Name, each => Value(each.Value.EnumerateObject().Single()), StringComparer.Ordinal);

    private static AttributeValue Value(JsonProperty typed) => typed.Name switch
    {
        "S" => new AttributeValue { S = typed.Value.GetString() },
        "N" => new AttributeValue { N = typed.Value.GetString() },
        "B" => new AttributeValue { B = new MemoryStream(typed.Value.GetBytesFromBase64()) },
        "L" =>
            new AttributeValue { L = [.. typed.Value.EnumerateArray().Select(each => Value(each.EnumerateObject().Single()))] },
        "M" => new AttributeValue { M = Map(typed.Value) },
        _ => throw new ArgumentOutOfRangeException(nameof(typed), typed.Name, "not a type that rows use"),
    };
}
