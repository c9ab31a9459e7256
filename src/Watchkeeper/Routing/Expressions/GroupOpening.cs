namespace Watchkeeper.Routing.Expressions;

/// <summary>What begins with <c>(?</c>: a named group, flags for a group, or flags for the rest of the group around.</summary>
/// <param name="Flags">The flags that hold from here.</param>
/// <param name="IsGroup">Whether a group was opened.</param>
/// <param name="IsCapture">Whether the group has a name, and so captures.</param>
internal readonly record struct GroupOpening(ExpressionFlags Flags, bool IsGroup, bool IsCapture = false)
{
    /// <summary>Reads the opening; null with an error.</summary>
    public static GroupOpening? Read(ExpressionCursor cursor, ExpressionFlags flags)
    {
        var refusal = ExpressionRefusals.Group(cursor.Rest);
        if (cursor.TryTake("(?P<"))
        {
            var name = cursor.TakeUntil(">") ?? "";
            if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                cursor.Refuse(refusal);
            return cursor.Error is null ? new(flags, IsGroup: true, IsCapture: true) : null;
        }

        cursor.Skip(2);
        var read = ReadFlags(cursor, flags);
        if (read is null)
            cursor.Refuse(refusal);
        return read;
    }

    // After the one minus, at least one flag.
    private static GroupOpening? ReadFlags(ExpressionCursor cursor, ExpressionFlags flags)
    {
        var isOff = false;
        var mayEnd = true;
        while (!cursor.IsAtEnd)
        {
            var letter = cursor.Next;
            cursor.Skip(1);
            if (letter is ':' or ')')
                return mayEnd ? new(flags, IsGroup: letter == ':') : null;
            if (letter == '-' && !isOff)
            {
                isOff = true;
                mayEnd = false;
                continue;
            }

            if (FlagOf(letter) is not { } flag)
                return null;
            flags = isOff ? flags & ~flag : flags | flag;
            mayEnd = true;
        }

        return null;
    }

    private static ExpressionFlags? FlagOf(char letter) => letter switch
    {
        'i' => ExpressionFlags.IgnoreCase,
        'm' => ExpressionFlags.Lines,
        's' => ExpressionFlags.DotAll,
        'U' => ExpressionFlags.Ungreedy,
        _ => null,
    };
}
