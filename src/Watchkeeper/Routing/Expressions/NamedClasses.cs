using System.Collections.Concurrent;
using System.Globalization;

namespace Watchkeeper.Routing.Expressions;

/// <summary>RE2's classes with a name: <c>\d</c>, <c>[:alpha:]</c>, <c>\p{Lu}</c>. The first two know ASCII only.</summary>
internal static class NamedClasses
{
    // As General_Category is abbreviated; in the order of the library's enumeration.
    private const string Categories = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSo";

    // Of categories; to find one's characters takes a millisecond.
    private static readonly ConcurrentDictionary<string, CodePointSet> Known = new(StringComparer.Ordinal);

    /// <summary>The class after a backslash, for lower-case letters; null for others.</summary>
    public static CodePointSet? Perl(char letter) => letter switch
    {
        'd' => Ascii("09"),
        's' => Ascii("\t\n\f\r  "),
        'w' => Ascii("09AZ__az"),
        _ => null,
    };

    /// <summary>The class between <c>[:</c> and <c>:]</c>; null if there is none.</summary>
    public static CodePointSet? Posix(string name) => name switch
    {
        "alnum" => Ascii("09AZaz"),
        "alpha" => Ascii("AZaz"),
        "ascii" => Ascii("\0\x7F"),
        "blank" => Ascii("\t\t  "),
        "cntrl" => Ascii("\0\x1F\x7F\x7F"),
        "digit" => Ascii("09"),
        "graph" => Ascii("!~"),
        "lower" => Ascii("az"),
        "print" => Ascii(" ~"),
        "punct" => Ascii("!/:@[`{~"),
        "space" => Ascii("\t\r  "),
        "upper" => Ascii("AZ"),
        "word" => Ascii("09AZ__az"),
        "xdigit" => Ascii("09AFaf"),
        _ => null,
    };

    /// <summary>
    /// The characters of a general category (<c>Lu</c>), of a group of categories (<c>L</c>), of a script (<c>Greek</c>) or all
    /// (<c>Any</c>); null if there is no such class. Characters that are newer than Unicode 13 are in none of them.
    /// </summary>
    public static CodePointSet? Unicode(string name)
    {
        if (name is "Any")
            return CodePointSet.All;
        var categories = new HashSet<UnicodeCategory>();
        for (var at = 0; at < Categories.Length; at += 2)
        {
            if (name.Length is 1 or 2 && Categories.AsSpan(at, 2).StartsWith(name, StringComparison.Ordinal))
                categories.Add((UnicodeCategory)(at / 2));
        }

        return categories.Count == 0
            ? UnicodeScripts.Find(name)
            : Known.GetOrAdd(name, static (_, members) => CodePointSet.From(RangesOf(members)), categories);
    }

    private static IEnumerable<(int First, int Last)> RangesOf(HashSet<UnicodeCategory> categories)
    {
        foreach (var range in UnicodeScripts.Assigned.Ranges)
        {
            var first = -1;
            for (var value = range.First; value <= range.Last + 1; value++)
            {
                var isMember = value <= range.Last && categories.Contains(CategoryOf(value));
                if (isMember == first >= 0)
                    continue;
                if (!isMember)
                    yield return (first, value - 1);
                first = isMember ? value : -1;
            }
        }
    }

    // Two characters have changed since Unicode 13.
    private static UnicodeCategory CategoryOf(int value) => value is 0x1734 or 0x1171E
        ? UnicodeCategory.NonSpacingMark
        : CharUnicodeInfo.GetUnicodeCategory(value);

    private static CodePointSet Ascii(string pairs) =>
        CodePointSet.From(Enumerable.Range(0, pairs.Length / 2).Select(at => ((int)pairs[2 * at], (int)pairs[(2 * at) + 1])));
}
