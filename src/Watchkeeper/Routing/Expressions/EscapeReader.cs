using System.Globalization;

namespace Watchkeeper.Routing.Expressions;

/// <summary>Reads what follows a backslash, inside and outside of brackets.</summary>
internal static class EscapeReader
{
    /// <summary>Reads a class (<c>\d</c>, <c>\pN</c>, <c>\p{Lu}</c>); null if the rest is no class, or has an error.</summary>
    public static CodePointSet? ReadClass(ExpressionCursor cursor, bool ignoreCase)
    {
        if (cursor.Rest is not ['\\', var letter, ..])
            return null;
        if (letter is 'p' or 'P')
            return ReadUnicode(cursor, ignoreCase);
        if (NamedClasses.Perl(char.ToLowerInvariant(letter)) is not { } set)
            return null;
        cursor.Skip(2);
        return Adjust(set, char.IsAsciiLetterUpper(letter), ignoreCase);
    }

    /// <summary>The set, closed under case if that is ignored, and then negated if so asked.</summary>
    public static CodePointSet Adjust(CodePointSet set, bool isNegated, bool ignoreCase)
    {
        var closed = ignoreCase ? CaseOrbits.Close(set) : set;
        return isNegated ? closed.Negate() : closed;
    }

    /// <summary>Reads one character that may be escaped; -1 with an error.</summary>
    public static int ReadCharacter(ExpressionCursor cursor)
    {
        if (cursor.Next != '\\')
            return cursor.TakeCharacter();
        cursor.Skip(1);
        if (cursor.IsAtEnd)
            return Refuse(cursor, "a backslash at the end escapes nothing");
        var letter = cursor.Next;
        var rest = cursor.Rest;
        if (letter is '0' || (letter is >= '1' and <= '7' && rest.Length > 1 && rest[1] is >= '0' and <= '7'))
            return ReadOctal(cursor);
        if (letter is 'x')
            return ReadHexadecimal(cursor);
        cursor.Skip(1);
        return letter switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            < '\x80' when !char.IsAsciiLetterOrDigit(letter) => letter,
            _ => Refuse(cursor, ExpressionRefusals.Escape(letter)),
        };
    }

    private static CodePointSet? ReadUnicode(ExpressionCursor cursor, bool ignoreCase)
    {
        var isNegated = cursor.Rest[1] == 'P';
        cursor.Skip(2);
        var name = cursor.TryTake("{") ? cursor.TakeUntil("}") : char.ConvertFromUtf32(cursor.TakeCharacter());
        if (name is null)
            return cursor.Refuse(@"\p{ lacks the closing }");
        if (name.StartsWith('^'))
            (isNegated, name) = (!isNegated, name[1..]);
        return NamedClasses.Unicode(name) is { } set
            ? Adjust(set, isNegated, ignoreCase)
            : cursor.Refuse(ExpressionRefusals.UnicodeClass(name));
    }

    private static int ReadOctal(ExpressionCursor cursor)
    {
        var value = 0;
        for (var digits = 0; digits < 3 && cursor.Next is >= '0' and <= '7'; digits++)
        {
            value = (value * 8) + cursor.Next - '0';
            cursor.Skip(1);
        }

        return value;
    }

    private static int ReadHexadecimal(ExpressionCursor cursor)
    {
        cursor.Skip(1);
        var isBraced = cursor.TryTake("{");
        var digits = (isBraced ? cursor.TakeUntil("}") : cursor.TakeUnits(2)) ?? "";
        if (!isBraced && digits.Length < 2)
            digits = "";
        var significant = digits.Length > 1 ? digits[..^1].TrimStart('0') + digits[^1] : digits;
        return int.TryParse(significant, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= CodePointSet.Max
            ? value
            : Refuse(cursor, @"\x needs two hexadecimal digits, or the number of a character in braces: \x{4E2D}");
    }

    private static int Refuse(ExpressionCursor cursor, string reason)
    {
        cursor.Refuse(reason);
        return -1;
    }
}
