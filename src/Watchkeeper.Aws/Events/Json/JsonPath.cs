using System.Globalization;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>Writes JSON paths in the normalised form of RFC 9535, with the short notation if a member's name allows it.</summary>
internal static class JsonPath
{
    /// <summary>The whole document.</summary>
    public const string Root = "$";

    private const int MaxNameLength = 64;

    /// <summary>The path of an object's member.</summary>
    public static string Member(string path, string name)
    {
        if (name.Length > MaxNameLength)
            name = string.Concat(name.AsSpan(0, MaxNameLength), "…");
        return IsShort(name)
            ? $"{path}.{name}"
            : $"{path}['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
    }

    /// <summary>The path of an array's element.</summary>
    public static string Item(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool IsShort(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return true;
    }
}
