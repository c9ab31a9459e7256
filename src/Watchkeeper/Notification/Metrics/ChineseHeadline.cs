using static Watchkeeper.Notification.Metrics.ChineseText;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Joins the parts of a headline in Chinese, the resource first.</summary>
internal static class ChineseHeadline
{
    public static string Write(HeadlineParts parts)
    {
        var words = parts.Words;
        var thing = Thing(parts);
        // An author's English label would run into the name before it.
        var subject = parts.IsLabel && thing.Length > 0 && !IsHan(words.Name[0])
            ? $"{thing}：{words.Name}"
            : Join(thing, words.Name);
        var value = Join(parts.Value ?? "", words.Measure);
        return parts.Pattern switch
        {
            HeadlinePattern.NoData => Join(subject, "无数据"),
            HeadlinePattern.Flag => Filled(parts.IsResolved ? words.Resolved : words.Firing, parts, thing),
            HeadlinePattern.Sentence => Filled(words.Sentence, parts, thing.Length > 0 ? thing : words.Kind),
            HeadlinePattern.Band => $"{Join(subject, value)}，预期 {Range(parts.Lower ?? "", parts.Upper ?? "")}",
            HeadlinePattern.Beside => $"{Join(subject, value)}，阈值 {parts.Limit}",
            HeadlinePattern.Nothing => Join(Join(thing, "无"), words.Name) + Bracket(parts, parts.IsMinimum),
            HeadlinePattern.Only => Join(Join(subject, parts.IsRemaining ? "仅剩" : "仅"), value) + Bracket(parts, parts.IsMinimum),
            _ => Join(subject, parts.Value is null ? "" : value) + Bracket(parts, parts.IsMinimum),
        };
    }

    private static string Thing(HeadlineParts parts)
    {
        var (thing, kind) = (parts.Thing, parts.Words.Kind);
        if (thing.Length == 0)
        {
            var everything = parts.Words.Everything;
            return everything.Length == 0 && parts.AlarmName.Length > 0 ? $"{parts.AlarmName}：" : everything;
        }

        return (thing.StartsWith(kind, StringComparison.Ordinal) ? thing : Join(kind, thing))
            + (parts.AlarmName.Length > 0 ? $"（{parts.AlarmName}）" : "");
    }

    private static string Bracket(HeadlineParts parts, bool isMinimum) =>
        parts.Limit is null ? "" : $"（{(parts.IsExpected, isMinimum) switch
        {
            (true, true) => "预期不低于",
            (true, _) => "预期不超过",
            (_, true) => "下限",
            _ => "阈值",
        }} {parts.Limit}）";

    // «-5–-1» is unreadable.
    private static string Range(string lower, string upper) =>
        lower.StartsWith('-') || upper.StartsWith('-') ? Join(Join(lower, "至"), upper) : $"{lower}–{upper}";

    private static string Filled(string template, HeadlineParts parts, string thing)
    {
        var at = template.IndexOf("{0}", StringComparison.Ordinal);
        // 「集群集群 dwh 不健康」 says it twice.
        var kind = thing.IndexOf(' ') is > 0 and var blank ? thing[..blank] : "";
        if (kind.Any(IsHan) && template.Contains(kind, StringComparison.Ordinal))
            thing = thing[(kind.Length + 1)..];
        return Join(Join(Numbers(template[..at].TrimEnd()), thing), Numbers(template[(at + 3)..].TrimStart()));

        string Numbers(string text) => text.Replace("{1}", parts.Value, StringComparison.Ordinal)
            .Replace("{2}", Bracket(parts, isMinimum: false), StringComparison.Ordinal);
    }
}
