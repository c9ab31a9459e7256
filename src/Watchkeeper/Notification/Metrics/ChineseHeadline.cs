using static Watchkeeper.Notification.Metrics.ChineseText;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Joins the parts of a headline in Chinese, the resource first.</summary>
internal static class ChineseHeadline
{
    public static string Write(HeadlineParts parts)
    {
        var words = parts.Words;
        var thing = Thing(parts);
        var subject = Join(thing, words.Name);
        var value = Join(parts.Value ?? "", words.Measure);
        return parts.Pattern switch
        {
            HeadlinePattern.NoData => Join(subject, "无数据"),
            HeadlinePattern.Flag => Filled(parts.IsResolved ? words.Resolved : words.Firing, parts, thing),
            HeadlinePattern.Sentence => Filled(words.Sentence, parts, thing.Length > 0 ? thing : words.Kind),
            HeadlinePattern.Band => $"{Join(subject, value)}，预期 {Range(parts.Lower ?? "", parts.Upper ?? "")}",
            HeadlinePattern.Beside => $"{Join(subject, value)}，阈值 {parts.Limit}",
            HeadlinePattern.Only => Join(Join(subject, parts.IsRemaining ? "仅剩" : "仅"), value) + Bracket(parts, parts.IsMinimum),
            _ when parts is { Value: null, Limit: null, IsLabel: true } && thing.Length > 0 => $"{thing}：{words.Name}",
            _ => Join(subject, parts.Value is null ? "" : value) + Bracket(parts, parts.IsMinimum),
        };
    }

    private static string Thing(HeadlineParts parts)
    {
        var (thing, kind) = (parts.Thing, parts.Words.Kind);
        return thing.Length == 0 ? parts.Words.Everything
            : thing.StartsWith(kind, StringComparison.Ordinal) ? thing
            : Join(kind, thing);
    }

    private static string Bracket(HeadlineParts parts, bool isMinimum) =>
        parts.Limit is null ? "" : $"（{(isMinimum ? "下限" : "阈值")} {parts.Limit}）";

    // «-5–-1» is unreadable.
    private static string Range(string lower, string upper) =>
        lower.StartsWith('-') || upper.StartsWith('-') ? Join(Join(lower, "至"), upper) : $"{lower}–{upper}";

    private static string Filled(string template, HeadlineParts parts, string thing)
    {
        var at = template.IndexOf("{0}", StringComparison.Ordinal);
        return Join(Join(Numbers(template[..at].TrimEnd()), thing), Numbers(template[(at + 3)..].TrimStart()));

        string Numbers(string text) => text.Replace("{1}", parts.Value, StringComparison.Ordinal)
            .Replace("{2}", Bracket(parts, isMinimum: false), StringComparison.Ordinal);
    }
}
