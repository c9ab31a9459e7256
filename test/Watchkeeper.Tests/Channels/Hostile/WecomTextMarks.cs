using System.Text.RegularExpressions;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>
/// What WeChat Work and WeChat find in a text («Send application messages», 文本消息): lines, tags, mentions, addresses, and names
/// of faces in brackets or behind a slash.
/// </summary>
internal static partial class WecomTextMarks
{
    private const int MaxFace = 13;

    public static IEnumerable<string> Read(string text) => text.Split('\n').SelectMany(line =>
        Mark().Matches(line).Select(mark => mark.Value).Where(mark => mark[0] is not '[' || mark.Length <= MaxFace)
            .Select(Describe).Prepend("line"));

    private static string Describe(string mark) =>
        Uri.TryCreate(mark, UriKind.Absolute, out var address) ? $"link {address.Scheme} {address.Host}" : mark;

    [GeneratedRegex(
        @"<[^>]*>?|@\S*|[A-Za-z][A-Za-z0-9+.-]*://\S*|www\.\S*|/:\S{1,6}|&(#|[A-Za-z])\w*;?"
        + @"|\[[^\]\[]{0,11}[^\x00-\x7f\]\[][^\]\[]{0,11}\]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
