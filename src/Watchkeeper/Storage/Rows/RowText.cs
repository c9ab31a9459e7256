using System.Text;

namespace Watchkeeper.Storage.Rows;

/// <summary>Text with UTF-8's content and order, for every kind of table.</summary>
internal static class RowText
{
    /// <summary>The text with U+FFFD in place of each lone surrogate, which no table can store.</summary>
    public static string WellFormed(string text)
    {
        // Almost no text contains a surrogate, and the search is vectorised.
        return text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
            : text;
    }

    /// <summary>Compares UTF-8 bytes: the order of sort keys and of guards.</summary>
    public static int Compare(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        return same == one.Length || same == other.Length
            ? one.Length.CompareTo(other.Length)
            : Rank(one[same]).CompareTo(Rank(other[same]));
    }

    /// <summary>Size in UTF-8 bytes.</summary>
    public static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    // In UTF-16, characters beyond U+FFFF use units below U+E000, and so sort before the characters above that.
    private static int Rank(char unit) => unit switch
    {
        >= '\ue000' => unit - 0x800,
        >= '\ud800' => unit + 0x2000,
        _ => unit,
    };
}
