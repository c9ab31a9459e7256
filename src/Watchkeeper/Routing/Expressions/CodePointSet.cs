namespace Watchkeeper.Routing.Expressions;

/// <summary>A set of Unicode characters (not UTF-16 units), as ranges in order without overlaps. Holds no surrogates.</summary>
internal sealed class CodePointSet
{
    /// <summary>The last code point of Unicode.</summary>
    public const int Max = 0x10FFFF;

    // The ASCII characters as bits, because most that are looked for are such.
    private readonly UInt128 ascii;

    private CodePointSet(List<(int First, int Last)> ranges)
    {
        Ranges = ranges;
        foreach (var (first, last) in ranges)
        {
            if (first >= 0x80)
                break;
            for (var character = first; character <= Math.Min(last, 0x7F); character++)
                ascii |= UInt128.One << character;
        }
    }

    /// <summary>All characters.</summary>
    public static CodePointSet All { get; } = From([(0, Max)]);

    /// <summary>The ranges, in order.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges { get; }

    /// <summary>The set of one character, which is no surrogate.</summary>
    public static CodePointSet Single(int character) => new([(character, character)]);

    /// <summary>The set of these ranges, which may overlap.</summary>
    public static CodePointSet From(IEnumerable<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in ranges.SelectMany(WithoutSurrogates).OrderBy(range => range.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }

        return new CodePointSet(merged);
    }

    /// <summary>All characters outside the set.</summary>
    public CodePointSet Negate()
    {
        var others = new List<(int First, int Last)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
                others.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Max)
            others.Add((next, Max));
        return From(others);
    }

    /// <summary>Whether the set has the character.</summary>
    public bool Contains(int codePoint)
    {
        if (codePoint < 0x80)
            return (ascii >> codePoint & UInt128.One) != UInt128.Zero;
        var (low, high) = (0, Ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < Ranges[middle].First)
                high = middle - 1;
            else if (codePoint > Ranges[middle].Last)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    private static IEnumerable<(int First, int Last)> WithoutSurrogates((int First, int Last) range)
    {
        if (range.First < 0xD800)
            yield return (range.First, Math.Min(range.Last, 0xD7FF));
        if (range.Last > 0xDFFF)
            yield return (Math.Max(range.First, 0xE000), range.Last);
    }
}
