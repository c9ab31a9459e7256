using System.Text;
using Watchkeeper.Text;

namespace Watchkeeper.Routing.Matching;

/// <summary>
/// What was probably meant, for errors that people make most: forgotten quotes, other quotes, a bare word. Null where it is
/// unclear.
/// </summary>
internal static class MatcherCorrections
{
    /// <summary>In place of what is no name.</summary>
    public static string? Name(string text, MatcherToken found) => found.Kind is MatcherTokenKind.OpeningBrace
        ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
        : null;

    /// <summary>
    /// In place of what is no operator: a bare word is most often an incident's name, or a value's part after a comma.
    /// </summary>
    public static string? Operator(string text, MatcherToken name, MatcherToken found, MatcherPlace last)
    {
        if (HasFullWidthSign(name.Text))
            return FullWidth(text);
        var extent = MatcherExtent.Of(text, name.End);
        if (found.Kind is MatcherTokenKind.Invalid && text[found.Start] is '!' or '~')
        {
            var value = text[(found.Start + 1)..extent.End].TrimStart('=', '~');
            return $"{MatcherText.Name(name.Text)}{(text[found.Start] is '!' ? "!=" : "=~")}{QuotedText.Write(Bare(value))}";
        }

        if (name.Kind is not MatcherTokenKind.Word || found.Kind is MatcherTokenKind.Invalid)
            return null;
        if (last.Value.Kind is MatcherTokenKind.Word)
            return last.With(text[last.Value.Start..extent.End]);
        return extent.LacksComma
            ? $"name={QuotedText.Write(name.Text)},{text[extent.End..].TrimStart()}"
            : $"name={QuotedText.Write(text[name.Start..extent.End])}";
    }

    /// <summary>In place of what is no value.</summary>
    public static string? Value(string text, MatcherPlace place)
    {
        var found = place.Value;
        var end = MatcherExtent.Of(text, found.Start).End;
        var name = MatcherText.Name(place.Name.Text);
        if (found.Kind is MatcherTokenKind.End or MatcherTokenKind.Comma or MatcherTokenKind.ClosingBrace)
            return place.With("");
        return text[found.Start] switch
        {
            '=' => place.With(Bare(text[found.End..end])),
            '!' => $"{name}!{place.Sign.Text[^1]}{QuotedText.Write(Bare(text[found.End..end]))}",
            '"' => Repaired(text[found.Start..found.End]) is { } quoted ? $"{name}{place.Sign.Text}{quoted}" : null,
            '\'' or '`' => place.With(text[found.Start..end].Trim(text[found.Start])),
            _ => place.With(text[found.Start..end]),
        };
    }

    /// <summary>In place of what cannot follow a matcher.</summary>
    public static string? AfterMatcher(string text, MatcherPlace last, MatcherToken found)
    {
        var value = last.Value;
        if (value.Kind is MatcherTokenKind.Word && HasFullWidthSign(value.Text))
            return FullWidth(text);
        var extent = MatcherExtent.Of(text, value.Start);
        if (found.Kind is MatcherTokenKind.Word && found.Text.ToUpperInvariant() is "AND" or "&&")
            return $"{text[..value.End]},{text[found.End..].TrimStart()}";
        if (found.Kind is MatcherTokenKind.Word && found.Text.ToUpperInvariant() is "OR" or "||")
            return null;
        if (extent.LacksComma)
            return $"{text[..extent.End]},{text[extent.End..].TrimStart()}";
        return value.Kind is MatcherTokenKind.Quoted
            ? last.With(text[(value.Start + 1)..extent.End].TrimEnd('"'))
            : last.With(text[value.Start..extent.End]);
    }

    private static string Bare(string value) => value.Trim().Trim('"');

    private static bool HasFullWidthSign(string word) => word.AsSpan().ContainsAny("，＝！～");

    private static string FullWidth(string text) =>
        text.Replace('，', ',').Replace('＝', '=').Replace('！', '!').Replace('～', '~');

    // Doubles each backslash that begins no escape, and closes the quotes.
    private static string? Repaired(string quoted)
    {
        var content = quoted.AsSpan(1, quoted.Length - (quoted.Length > 1 && quoted.EndsWith('"') ? 2 : 1));
        var repaired = new StringBuilder();
        while (!content.IsEmpty)
        {
            var length = content[0] == '\\' ? QuotedText.EscapeLength(content) : 1;
            if (content[0] == '\n')
                repaired.Append("\\n");
            else if (length == 0)
                repaired.Append("\\\\");
            else
                repaired.Append(content[..length]);
            content = content[Math.Max(1, length)..];
        }

        return QuotedText.Read(repaired.ToString()) is null ? null : $"\"{repaired}\"";
    }
}
