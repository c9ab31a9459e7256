using System.Text;
using System.Text.Json;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>Finds the path of an error in invalid JSON. Runs only after an error.</summary>
internal static class JsonPosition
{
    /// <summary>
    /// The path of the first duplicate member, of the value at a byte, or of the place where the text stops being JSON, whichever
    /// comes first.
    /// </summary>
    public static string Locate(ReadOnlySpan<byte> utf8, string root, int at = int.MaxValue)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        var levels = new Stack<Level>();
        try
        {
            while (reader.Read())
            {
                var level = levels.Count > 0 ? levels.Peek() : null;
                if (level is { Names: null } && reader.TokenType is not JsonTokenType.EndArray)
                    level.Index++;
                if (reader.BytesConsumed > at)
                    break;
                if (!Step(ref reader, levels, level))
                    break;
            }
        }
        catch (JsonException)
        {
            // The text stops being JSON here.
        }

        return Path(root, levels);
    }

    private static bool Step(ref Utf8JsonReader reader, Stack<Level> levels, Level? level)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                levels.Push(new Level { Names = new HashSet<string>(StringComparer.Ordinal) });
                break;
            case JsonTokenType.StartArray:
                levels.Push(new Level());
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.Pop();
                break;
            case JsonTokenType.PropertyName:
                level!.Name = Name(ref reader);
                return level.Names!.Add(level.Name!);
        }

        return true;
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a name before the broken place.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static string Path(string root, Stack<Level> levels)
    {
        var path = root;
        foreach (var level in levels.Reverse())
        {
            if (level.Name is { } name)
                path = JsonPath.Member(path, name);
            else if (level.Index >= 0)
                path = JsonPath.Item(path, level.Index);
        }

        return path;
    }

    private sealed class Level
    {
        public HashSet<string>? Names { get; init; }

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
