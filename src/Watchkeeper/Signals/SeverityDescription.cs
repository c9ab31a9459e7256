using System.Buffers;

namespace Watchkeeper.Signals;

/// <summary>
/// Finds severities in an alarm's description. The description may be prose, key=value, YAML, Markdown, HTML or JSON.
/// </summary>
public static class SeverityDescription
{
    // CloudWatch allows 1,024 characters; an event may carry more.
    private const int MaxLength = 4096;
    private const int MaxMark = 24;

    private static readonly SearchValues<char> Assignments = SearchValues.Create("=:：");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"'`*,;|}[]()\\<>\r\n”&#");

    /// <summary>The values of all severity keys, in order.</summary>
    internal static IEnumerable<string> Values(string description)
    {
        var text = description.Length <= MaxLength ? description : description[..MaxLength];
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            if (SeverityKeys.Is(KeyBefore(text, at)) && ValueAfter(text, at + 1) is { Length: > 0 } value and not "null")
                yield return value;
        }
    }

    /// <summary>
    /// The severity of a mark that stands apart from the prose: «[P1] …», «SEV1 …», «CRITICAL: …», «… - CRITICAL». A mark may
    /// only raise the severity. Null without a mark.
    /// </summary>
    public static Severity? Mark(string description)
    {
        ArgumentNullException.ThrowIfNull(description);
        var text = (description.Length <= MaxLength ? description : description[..MaxLength]).AsSpan().Trim();
        var colon = text.IndexOfAny(':', '|');
        var dash = text.IndexOf(" - ");
        var space = text.IndexOf(' ');
        var worst = Worse(Whole(text), colon > 0 ? Whole(text[..colon]) : null);
        if (space > 0 && SeverityWords.Code(text[..space]) is not null)
            worst = Worse(worst, Whole(text[..space]));
        if (dash > 0)
            worst = Worse(Worse(worst, Whole(text[..dash])), Whole(text[(text.LastIndexOf(" - ") + 3)..]));
        for (var open = text.IndexOfAny('[', '【', '('); open >= 0; open = text.IndexOfAny('[', '【', '('))
        {
            text = text[(open + 1)..];
            if (text.IndexOfAny(']', '】', ')') is > 0 and <= MaxMark and var close)
                worst = Worse(worst, Whole(text[..close]));
        }

        return worst;
    }

    private static int Next(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny(Assignments);
        return at < 0 ? -1 : from + at;
    }

    private static ReadOnlySpan<char> KeyBefore(ReadOnlySpan<char> text, int at)
    {
        var end = text[..at].TrimEnd(" \t\"'`*\\").Length;
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-'))
            start--;
        // «Severity level: 2»
        if (text[start..end].Equals("level", StringComparison.OrdinalIgnoreCase))
        {
            start = text[..start].TrimEnd(' ').Length;
            while (start > 0 && char.IsLetter(text[start - 1]))
                start--;
        }

        // A query parameter (…?severity=low) declares nothing.
        return start > 0 && text[start - 1] is '?' or '&' ? [] : text[start..end];
    }

    private static string ValueAfter(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith("//"))
            return "";
        rest = AfterOpening(rest, out var isObject);
        var end = rest.IndexOfAny(ValueEnds);
        var value = end < 0 ? rest : rest[..end];
        // {"severity": {"level": "critical"}}
        if (isObject && end >= 0 && rest[end..].TrimStart("\"'\\ ") is [':', .. var inner])
            return ValueAfter(string.Concat("=", AfterOpening(inner, out _)), 1);
        var sentence = value.IndexOf(". ");
        return (sentence < 0 ? value : value[..sentence]).Trim().TrimEnd('.').ToString();
    }

    private static ReadOnlySpan<char> AfterOpening(ReadOnlySpan<char> text, out bool isObject)
    {
        isObject = false;
        while (true)
        {
            var rest = text.TrimStart(" \t\"'`*\\[(=>|_:“");
            if (rest is ['<', ..] && rest.IndexOf('>') is > 0 and var tag)
            {
                rest = rest[(tag + 1)..];
            }
            else if (rest is ['{', .. var inner])
            {
                isObject = true;
                rest = inner.TrimStart();
            }
            else
            {
                return rest;
            }

            text = rest;
        }
    }

    private static Severity? Whole(ReadOnlySpan<char> mark)
    {
        mark = mark.Trim();
        return mark.Length is > 0 and <= MaxMark && SeverityNames.Parse(mark, out var isWhole) is not null && isWhole
            ? SeverityNames.FromName(string.Concat("[", mark, "]"))
            : null;
    }

    private static Severity? Worse(Severity? one, Severity? other) => one is null || other > one ? other : one;
}
