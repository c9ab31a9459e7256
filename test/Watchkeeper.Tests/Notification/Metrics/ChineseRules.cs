using System.Text.RegularExpressions;

namespace Watchkeeper.Tests.Notification.Metrics;

/// <summary>The layout and the words that Chinese readers expect of a line.</summary>
internal static class ChineseRules
{
    private const string Han = @"[\u4E00-\u9FFF]";
    private const string Mark = @"[，。：；（）“”]";

    private static readonly (Regex Pattern, string Rule)[] Rules =
    [
        .. new (string Pattern, string Rule)[]
        {
            ($"{Han}[A-Za-z0-9]|[A-Za-z0-9]{Han}", "a blank stands between Han and Latin letters or digits"),
            ($"{Han} {Han}", "no blank stands between Han characters"),
            (" %", "no blank stands before %"),
            ($"{Mark} | {Mark}", "no blank stands beside a full-width mark"),
            ($"{Han} ?[,:;()]|[,:;()] ?{Han}", "marks beside Han are full-width"),
            ("  |^ | $|[{}]", "no blank or place is left over"),
            ("被|我们|进行|其|它", "the words are active and short"),
            ("事件", "事件 stands alone"),
            ($"的{Han}+的{Han}+的", "no chain of three 的"),
        }.Select(rule => (new Regex(rule.Pattern, RegexOptions.NonBacktracking), rule.Rule)),
    ];

    /// <summary>The first rule that the text breaks; null if it keeps all.</summary>
    public static string? Broken(string text) =>
        Rules.Where(rule => rule.Pattern.IsMatch(text)).Select(rule => rule.Rule).FirstOrDefault();
}
