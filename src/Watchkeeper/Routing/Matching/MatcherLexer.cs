using Watchkeeper.Text;

namespace Watchkeeper.Routing.Matching;

/// <summary>Splits the text of matchers into tokens, as Alertmanager does in its strict mode.</summary>
internal sealed class MatcherLexer(string text)
{
    private int at;

    /// <summary>The next token; blanks before it are skipped.</summary>
    public MatcherToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at == text.Length)
            return new(MatcherTokenKind.End, at, at, "");
        return text[at] switch
        {
            '{' => Take(MatcherTokenKind.OpeningBrace, 1),
            '}' => Take(MatcherTokenKind.ClosingBrace, 1),
            ',' => Take(MatcherTokenKind.Comma, 1),
            '=' => Take(MatcherTokenKind.Operator, IsAt(1, '~') ? 2 : 1),
            '!' when IsAt(1, '=') || IsAt(1, '~') => Take(MatcherTokenKind.Operator, 2),
            '!' => Refuse(1, "! needs = or ~ after it"),
            '"' => TakeQuoted(),
            '\'' => Refuse(1, "single quotes quote nothing"),
            '`' => Refuse(1, "backticks quote nothing"),
            '\\' => Refuse(1, "a backslash must be inside double quotes"),
            '~' => Refuse(1, "~ stands only in =~ and !~"),
            _ => TakeWord(),
        };
    }

    private bool IsAt(int offset, char character) => at + offset < text.Length && text[at + offset] == character;

    private MatcherToken TakeWord()
    {
        var length = 1;
        while (at + length < text.Length && !MatcherText.IsReserved(text[at + length]))
            length++;
        return QuotedText.Read(text.AsSpan(at, length)) is null
            ? Refuse(length, "half a character (a lone surrogate) is not valid Unicode")
            : Take(MatcherTokenKind.Word, length);
    }

    private MatcherToken TakeQuoted()
    {
        var length = 1;
        while (at + length < text.Length && text[at + length] != '"')
            length += text[at + length] == '\\' ? 2 : 1;
        if (at + length >= text.Length)
            return Refuse(text.Length - at, "the closing double quote is missing");
        var content = text.AsSpan(at + 1, length - 1);
        if (QuotedText.Read(content) is not { } value)
            return Refuse(length + 1, Broken(content));
        var quoted = new MatcherToken(MatcherTokenKind.Quoted, at, at + length + 1, value);
        at = quoted.End;
        return quoted;
    }

    private static string Broken(ReadOnlySpan<char> content)
    {
        if (content.Contains('\n'))
            return @"a line break inside the quotes is written \n";
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] != '\\')
                continue;
            var escape = content.Slice(at, Math.Min(2, content.Length - at));
            if (QuotedText.EscapeLength(content[at..]) == 0)
                return $@"{escape} is no escape; inside double quotes a backslash is written \\";
            at++;
        }

        return "the quoted text is not valid Unicode";
    }

    private MatcherToken Take(MatcherTokenKind kind, int length)
    {
        at += length;
        return new(kind, at - length, at, text.Substring(at - length, length));
    }

    // Nothing is read after an error.
    private MatcherToken Refuse(int length, string reason) => new(MatcherTokenKind.Invalid, at, at + length, reason);
}
