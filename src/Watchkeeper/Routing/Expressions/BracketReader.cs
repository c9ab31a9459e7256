namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// Reads a class in brackets. RE2 has no subtraction and no intersection: <c>[a-z-[aeiou]]</c> is a class that has the hyphen and
/// the opening bracket, and then a closing bracket.
/// </summary>
internal static class BracketReader
{
    /// <summary>Reads from the opening bracket through the closing one; null with an error.</summary>
    public static CodePointSet? Read(ExpressionCursor cursor, bool ignoreCase)
    {
        cursor.Skip(1);
        var isNegated = cursor.TryTake("^");
        var ranges = new List<(int First, int Last)>();

        // A closing bracket in the first place is a member.
        for (var isFirst = true; isFirst || cursor.Next != ']'; isFirst = false)
        {
            if (cursor.IsAtEnd)
                return cursor.Refuse("[ lacks the closing ]");
            if (!ReadMember(cursor, ignoreCase, ranges))
                return null;
        }

        cursor.Skip(1);
        var set = CodePointSet.From(ranges);
        return isNegated ? set.Negate() : set;
    }

    private static bool ReadMember(ExpressionCursor cursor, bool ignoreCase, List<(int First, int Last)> ranges)
    {
        var set = ReadPosix(cursor, ignoreCase) ?? EscapeReader.ReadClass(cursor, ignoreCase) ?? ReadRange(cursor, ignoreCase);
        if (cursor.Error is not null || set is null)
            return false;
        ranges.AddRange(set.Ranges);
        return true;
    }

    private static CodePointSet? ReadPosix(ExpressionCursor cursor, bool ignoreCase)
    {
        if (!cursor.Rest.StartsWith("[:", StringComparison.Ordinal) || !cursor.Rest[2..].Contains(":]", StringComparison.Ordinal))
            return null;
        cursor.Skip(2);
        var isNegated = cursor.TryTake("^");
        var name = cursor.TakeUntil(":]") ?? "";
        return NamedClasses.Posix(name) is { } set
            ? EscapeReader.Adjust(set, isNegated, ignoreCase)
            : cursor.Refuse($"[:{name}:] is no class of RE2; there are alnum, alpha, ascii, blank, cntrl, digit, graph, lower, "
                + "print, punct, space, upper, word and xdigit");
    }

    private static CodePointSet? ReadRange(ExpressionCursor cursor, bool ignoreCase)
    {
        if (cursor.Error is not null)
            return null;
        var first = EscapeReader.ReadCharacter(cursor);
        var last = first;
        if (cursor.Rest is ['-', not ']', ..])
        {
            cursor.Skip(1);
            last = EscapeReader.ReadCharacter(cursor);
        }

        if (cursor.Error is not null)
            return null;
        return last < first
            ? cursor.Refuse("a range in [ ] goes from the lower to the higher character")
            : EscapeReader.Adjust(CodePointSet.From([(first, last)]), isNegated: false, ignoreCase);
    }
}
