using System.Text;

namespace Watchkeeper.Text;

/// <summary>
/// Writes and parses names of enumeration members in kebab case: <c>NothingToResolve</c> is <c>nothing-to-resolve</c>.
/// </summary>
public static class KebabCase
{
    /// <summary>The member's name in lower case with hyphens between words.</summary>
    public static string ToKebabCase<T>(this T value)
        where T : struct, Enum => Names<T>.All.TryGetValue(value, out var name) ? name : Spell(value.ToString());

    /// <summary>The member with this kebab-case name, ignoring case; null if there is none.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum => Names<T>.Values.TryGetValue(text, out var value) ? value : null;

    private static string Spell(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    // Cached, because each row writes and parses several names.
    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => Spell(value.ToString()));

        public static readonly Dictionary<string, T> Values =
            All.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);
    }
}
