using System.Text;

namespace Watchkeeper.Text;

/// <summary>Names of enumeration members as people and machines read them: <c>NothingToResolve</c> is <c>nothing-to-resolve</c>.</summary>
public static class Kebab
{
    /// <summary>The member's name in lower case with hyphens between words.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>The member whose name reads so, without regard to case; null where there is none.</summary>
    public static T? Parse<T>(string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }
}
