using System.Text;
using Watchkeeper.Text;

namespace Watchkeeper.Routing.Matching;

/// <summary>
/// Parses matchers in the grammar that Alertmanager 0.25 has in its configuration: a list, separated by commas, with optional
/// braces
/// around. A value may have blanks without quotes; <c>\"</c>, <c>\\</c> and <c>\n</c> are the only escapes, with or without
/// quotes,
/// and any other backslash is itself.
/// </summary>
public static class ClassicMatcherParser
{
    private const string Blanks = "\t\n\f\r ";

    /// <summary>Parses a list of matchers, which may be empty. No text makes the parser throw.</summary>
    public static MatcherParseResult Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.StartsWith('{') ? 1 : 0;
        var end = text.Length > start && text.EndsWith('}') ? text.Length - 1 : text.Length;
        var matchers = new List<Matcher>();
        foreach (var token in Split(text, start, end))
        {
            if (Read(text[token], out var reason) is not { } matcher)
                return MatcherParseResult.Rejected(Problem(text, token, reason));
            matchers.Add(matcher);
        }

        return MatcherParseResult.Accepted(new([.. matchers]), []);
    }

    /// <summary>Parses one matcher, whose value may have commas without quotes. No text makes the parser throw.</summary>
    public static MatcherParseResult ParseOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = Trim(text, 0, text.Length);
        return Read(text[whole], out var reason) is { } matcher
            ? MatcherParseResult.Accepted(new([matcher]), [])
            : MatcherParseResult.Rejected(Problem(text, whole, reason));
    }

    // At commas outside of double quotes. Blanks after the last comma are no matcher.
    private static List<Range> Split(string text, int start, int end)
    {
        var (tokens, first, isQuoted, isEscaped) = (new List<Range>(), start, false, false);
        for (var at = start; at < end; at++)
        {
            if (text[at] == ',' && !isQuoted)
            {
                tokens.Add(Trim(text, first, at));
                first = at + 1;
            }
            else if (text[at] == '"' && !isEscaped)
            {
                isQuoted = !isQuoted;
            }

            // A comma leaves a backslash before it in force.
            if (text[at] != ',')
                isEscaped = text[at] == '\\' && !isEscaped;
        }

        var last = Trim(text, first, end);
        if (last.Start.Value < last.End.Value)
            tokens.Add(last);
        return tokens;
    }

    // Around a matcher all blanks of Unicode count, inside of it only those of ASCII.
    private static Range Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (start < end && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start..end;
    }

    private static Matcher? Read(string token, out string reason)
    {
        var rest = token.AsSpan();
        var nameLength = 0;
        while (nameLength < rest.Length && IsNamePart(rest[nameLength], isFirst: nameLength == 0))
            nameLength++;
        var name = rest[..nameLength].ToString();
        rest = rest[nameLength..].TrimStart(Blanks);
        MatchOperator? sign = rest switch
        {
            ['=', '~', ..] => MatchOperator.Regex,
            ['=', ..] => MatchOperator.Equal,
            ['!', '=', ..] => MatchOperator.NotEqual,
            ['!', '~', ..] => MatchOperator.NotRegex,
            _ => null,
        };
        reason = nameLength == 0
            ? "expected a label name: letters, digits, _ and :, and no digit first"
            : "expected an operator (=, !=, =~ or !~) after the label name";
        if (nameLength == 0 || sign is not { } @operator)
            return null;
        rest = rest[MatcherText.Sign(@operator).Length..].TrimStart(Blanks);
        return ReadValue(rest, out reason) is { } value ? Create(name, @operator, value, out reason) : null;
    }

    private static Matcher? Create(string name, MatchOperator @operator, string value, out string reason)
    {
        var matcher = Matcher.Create(name, @operator, value, out reason);
        if (matcher is null)
            reason = $"the regular expression is not valid: {reason}";
        return matcher;
    }

    private static string? ReadValue(ReadOnlySpan<char> raw, out string reason)
    {
        var isQuoted = raw.StartsWith("\"");
        if (isQuoted)
            raw = raw[1..];
        var value = new StringBuilder(raw.Length);
        var isClosed = !isQuoted;
        reason = @"a double quote inside of the value is written \""";
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '\\' && at + 1 < raw.Length)
            {
                at++;
                value.Append(raw[at] switch { 'n' => "\n", '"' => "\"", '\\' => "\\", var other => $"\\{other}" });
            }
            else if (raw[at] != '"')
            {
                value.Append(raw[at]);
            }
            else if (isClosed || at + 1 < raw.Length)
            {
                return null;
            }
            else
            {
                isClosed = true;
            }
        }

        reason = isClosed ? "" : "the closing double quote is missing";
        return isClosed ? value.ToString() : null;
    }

    private static bool IsNamePart(char character, bool isFirst) => character is '_' or ':'
        || (isFirst ? char.IsAsciiLetter(character) : char.IsAsciiLetterOrDigit(character));

    private static MatcherProblem Problem(string text, Range token, string reason) => new(
        Characters(text[..token.Start]), Characters(text[..token.End]), InertText.Line(reason, MatcherProblem.MaxReason), null);

    private static int Characters(string text) => text.EnumerateRunes().Count();
}
