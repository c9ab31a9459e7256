using System.Text;

namespace Watchkeeper.Tests.Routing.Amtool;

/// <summary>Writes YAML for amtool.</summary>
internal static class YamlText
{
    /// <summary>Text in double quotes; all but ASCII is escaped.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
                quoted.Append('\\').Append(rune);
            else if (rune.Value is >= ' ' and < 0x7F)
                quoted.Append(rune);
            else
                quoted.Append($"\\U{rune.Value:X8}");
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The list of all receivers.</summary>
    public static string Receivers(IEnumerable<string> names) =>
        $"receivers: [{string.Join(", ", names.Select(name => $"{{name: {Quote(name)}}}"))}]\n";
}
