using System.Text.Json;

namespace Amazon.StandIn;

/// <summary>Reads members by name; one that is absent or null gives null.</summary>
internal static class JsonReading
{
    public static string ReadString(this JsonElement value, string name) => value.Find(name)?.GetString();

    public static long? ReadLong(this JsonElement value, string name) => value.Find(name)?.GetInt64();

    public static double? ReadDouble(this JsonElement value, string name) => value.Find(name)?.GetDouble();

    /// <summary>
    /// A time in seconds since 1970, with fractions, in UTC. Read as a decimal number, which a binary one does not hold exactly.
    /// </summary>
    public static DateTime? ReadTime(this JsonElement value, string name) =>
        value.Find(name) is { } seconds
            ? DateTime.UnixEpoch.AddTicks((long)(seconds.GetDecimal() * TimeSpan.TicksPerSecond))
            : null;

    public static bool? ReadBool(this JsonElement value, string name) => value.Find(name)?.GetBoolean();

    public static T ReadStructure<T>(this JsonElement value, string name, Func<JsonElement, T> read)
        where T : class =>
        value.Find(name) is { } found ? read(found) : null;

    /// <summary>A list, which may be empty; members that are null are kept.</summary>
    public static List<T> ReadList<T>(this JsonElement value, string name, Func<JsonElement, T> read)
        where T : class
    {
        if (value.Find(name) is not { } found)
            return AWSConfigs.InitializeCollections ? [] : null;
        var list = new List<T>(found.GetArrayLength());
        foreach (var member in found.EnumerateArray())
            list.Add(member.ValueKind == JsonValueKind.Null ? null : read(member));
        return list;
    }

    public static List<string> ReadStrings(this JsonElement value, string name) =>
        value.ReadList(name, member => member.GetString());

    /// <summary>A map of texts; null when it is absent.</summary>
    public static Dictionary<string, string> ReadTexts(this JsonElement value, string name)
    {
        if (value.Find(name) is not { } found)
            return AWSConfigs.InitializeCollections ? [] : null;
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in found.EnumerateObject())
            map[member.Name] = member.Value.GetString();
        return map;
    }

    private static JsonElement? Find(this JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
}
