using System.Globalization;

namespace Watchkeeper.Routing.Expressions;

/// <summary>How often the atom before is repeated.</summary>
/// <param name="Min">At least.</param>
/// <param name="Max">At most; -1 without a bound.</param>
internal readonly record struct Quantifier(int Min, int Max)
{
    // Beyond every limit, so that longer numbers need no other type.
    private const int TooMany = 100_000_000;

    /// <summary>What a repetition around this one is multiplied by, as RE2 counts nested repetitions.</summary>
    public int Factor => Math.Max(1, Max < 0 ? Min : Max);

    /// <summary>Whether both bounds are in order and at most this limit.</summary>
    public bool IsWithin(int limit) => Min <= limit && Max <= limit && (Max < 0 || Min <= Max);

    /// <summary>
    /// Reads a quantifier and the <c>?</c> that makes it lazy; null, and nothing skipped, if a brace begins no quantifier: then
    /// it is a character like others.
    /// </summary>
    public static Quantifier? Read(ExpressionCursor cursor)
    {
        Quantifier? read = cursor.Next switch
        {
            '*' => new(0, -1),
            '+' => new(1, -1),
            '?' => new(0, 1),
            _ => null,
        };
        if (read is not null)
            cursor.Skip(1);
        else
            read = ReadCounts(cursor);
        if (read is not null)
            cursor.TryTake("?");
        return read;
    }

    /// <inheritdoc/>
    public override string ToString() => (Min, Max) switch
    {
        (0, -1) => "*",
        (1, -1) => "+",
        (0, 1) => "?",
        (_, -1) => string.Create(CultureInfo.InvariantCulture, $"{{{Min},}}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{{{Min},{Max}}}"),
    };

    private static Quantifier? ReadCounts(ExpressionCursor cursor)
    {
        var end = cursor.Rest.IndexOf('}');
        if (end < 0)
            return null;
        var counts = cursor.Rest[1..end];
        var comma = counts.IndexOf(',');
        if (ReadCount(comma < 0 ? counts : counts[..comma]) is not { } min)
            return null;
        int? max = comma < 0 ? min : comma == counts.Length - 1 ? -1 : ReadCount(counts[(comma + 1)..]);
        if (max is not { } bound)
            return null;
        cursor.Skip(end + 1);
        return new(min, bound);
    }

    // A leading zero makes no number.
    private static int? ReadCount(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') || (digits.Length > 1 && digits[0] == '0'))
            return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : TooMany;
    }
}
