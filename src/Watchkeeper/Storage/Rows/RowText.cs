using System.Text;

namespace Watchkeeper.Storage.Rows;

/// <summary>Text as UTF-8 holds and orders it, whatever a table is made of.</summary>
internal static class RowText
{
    /// <summary>The text with U+FFFD in place of each half of a surrogate pair: no table can keep half a character.</summary>
    public static string WellFormed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Almost no text has a surrogate in it, and the search for one is vectorised.
        return text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }

    /// <summary>The order of the UTF-8 bytes, in which sort keys stand and in which guards compare.</summary>
    public static int Compare(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        return same == one.Length || same == other.Length
            ? one.Length.CompareTo(other.Length)
            : Rank(one[same]).CompareTo(Rank(other[same]));
    }

    /// <summary>Bytes in UTF-8.</summary>
    public static int Size(string text) => Encoding.UTF8.GetByteCount(text);

    // In UTF-16 the characters beyond U+FFFF are written with units below U+E000, and sort before those above it.
    private static int Rank(char unit) => unit switch
    {
        >= '\ue000' => unit - 0x800,
        >= '\ud800' => unit + 0x2000,
        _ => unit,
    };
}
