using System.Text.RegularExpressions;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>
/// What Slack finds in mrkdwn («Formatting text for app surfaces»): tags, code, formats that stand around words, emoji and
/// quotations. It reads more generously than Slack does.
/// </summary>
internal static partial class SlackMarks
{
    public static IEnumerable<string> Read(string text) => text.Split('\n').SelectMany(ReadLine);

    private static IEnumerable<string> ReadLine(string line)
    {
        yield return "line";
        if (line.StartsWith("&gt;", StringComparison.Ordinal) || line.StartsWith('>'))
            yield return "quote";
        if (line.StartsWith('•'))
            yield return "item";
        // An ampersand that is no escape may become one at another client.
        if (Escape().Replace(line, "").Contains('&', StringComparison.Ordinal))
            yield return "&";
        foreach (var mark in Mark().Matches(line).Select(match => Describe(match.Value)))
            yield return mark;
    }

    private static string Describe(string mark) => mark switch
    {
        ['<', '!' or '@' or '#', ..] => $"mention {mark}",
        ['<', _, ..] => Uri.TryCreate(mark.Trim('<', '>').Split('|')[0], UriKind.Absolute, out var address)
            ? $"link {address.Scheme} {address.Host}"
            : $"link ? {mark}",
        [':', ..] => $"emoji {mark}",
        ['`', ..] or ['*', ..] or ['~', ..] => $"{mark[0]}",
        _ => $"? {mark}",
    };

    // Code first, because nothing inside it is a format.
    [GeneratedRegex(
        @"`[^`]+`|<[^<>]*>|[<>]|\*[^*\s][^*]*\*|~[^~\s][^~]*~|(^|\W)_[^_\s][^_]*_(\W|$)"
        + @"|:([\p{M}\p{N}_+'-]*\p{L}[\p{L}\p{M}\p{N}_+'-]*|\+1|-1|100|1234):|```",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex("&(amp|lt|gt);", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
