using System.Buffers;
using System.Text.RegularExpressions;
using Shouldly;

namespace Watchkeeper.Tests.Channels.Groups;

/// <summary>Looks for markup that is not ours.</summary>
internal static partial class InertLines
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("<>`*~|@\n\r");

    /// <summary>Each line is a link of ours, or text without markup, which may begin with a bold label.</summary>
    public static void ShouldHoldOurMarkupAlone(IEnumerable<string> lines, IEnumerable<string> addresses)
    {
        var known = addresses.ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (Link().Match(line) is { Success: true } link)
                known.ShouldContain(link.Groups["address"].Value);
            else
                ShouldBeInert(Label().Replace(line, ""));
        }
    }

    /// <summary>No format, link, mention, tag, table, heading or list.</summary>
    public static void ShouldBeInert(string text)
    {
        text.AsSpan().IndexOfAny(Signs).ShouldBe(-1, text);
        ShouldHoldNoLink(text);
        text.ShouldNotMatch(@"^\s*([-+=#]( |[-+=#])|\d+[.)] )");
    }

    /// <summary>No address that a program makes a link of.</summary>
    public static void ShouldHoldNoLink(string text)
    {
        text.ShouldNotContain("://");
        text.ShouldNotContain("](");
        text.ShouldNotContain("][");
        text.ShouldNotContain("]:");
        text.ShouldNotContain("www.", Case.Insensitive);
        text.ShouldNotMatch("&[#A-Za-z]");
    }

    [GeneratedRegex(
        @"^\[[^\[\]()]+\]\((?<address>https://[^\s()<>@\[\]]+)\)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\*\*[^*]+\*\*", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
