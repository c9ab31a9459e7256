using System.Globalization;
using System.Text;

namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// Makes one UTF-16 unit of each character, because the library's expressions work on units. Characters beyond U+FFFF that no set
/// of the expression tells apart share a unit, and these units are the surrogates, which no well-formed text has alone.
/// </summary>
internal sealed class UnitAlphabet
{
    private const int FirstBeyond = 0x10000;
    private const int FirstUnit = 0xD800;
    private const int MaxUnits = 0x800;

    // Where each shared unit's characters begin.
    private readonly int[] starts;

    private UnitAlphabet(int[] starts) => this.starts = starts;

    /// <summary>The alphabet for an expression with these sets; null if there are too many ranges beyond U+FFFF.</summary>
    public static UnitAlphabet? For(IEnumerable<CodePointSet> sets)
    {
        var starts = new SortedSet<int> { FirstBeyond };
        foreach (var (first, last) in sets.SelectMany(set => set.Ranges).Where(range => range.Last >= FirstBeyond))
        {
            starts.Add(Math.Max(first, FirstBeyond));
            starts.Add(last + 1);
        }

        starts.Remove(CodePointSet.Max + 1);
        return starts.Count > MaxUnits ? null : new UnitAlphabet([.. starts]);
    }

    /// <summary>Appends the set as one class.</summary>
    public void Append(StringBuilder output, CodePointSet set)
    {
        if (set.Ranges.Count == 0)
        {
            output.Append(@"[^\s\S]");
            return;
        }

        output.Append('[');
        foreach (var (first, last) in set.Ranges)
        {
            if (first < FirstBeyond)
                AppendRange(output, first, Math.Min(last, FirstBeyond - 1));
            if (last >= FirstBeyond)
                AppendRange(output, UnitOf(Math.Max(first, FirstBeyond)), UnitOf(last));
        }

        output.Append(']');
    }

    /// <summary>The value in this alphabet. A lone surrogate counts as U+FFFD, which UTF-8 makes of it.</summary>
    public string Encode(string value)
    {
        if (!value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return value;
        var encoded = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            encoded.Append((char)(rune.IsBmp ? rune.Value : UnitOf(rune.Value)));
        return encoded.ToString();
    }

    private int UnitOf(int codePoint)
    {
        var index = Array.BinarySearch(starts, codePoint);
        return FirstUnit + (index >= 0 ? index : ~index - 1);
    }

    private static void AppendRange(StringBuilder output, int first, int last)
    {
        output.Append(CultureInfo.InvariantCulture, $"\\u{first:X4}");
        if (last > first)
            output.Append(CultureInfo.InvariantCulture, $"-\\u{last:X4}");
    }
}
