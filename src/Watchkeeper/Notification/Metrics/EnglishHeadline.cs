namespace Watchkeeper.Notification.Metrics;

/// <summary>Joins the parts of a headline in English.</summary>
internal static class EnglishHeadline
{
    // What goes along with a resource that is not there.
    private static readonly string[] Links = [", on ", ": ", ", ", " on ", " of ", " "];

    public static string Write(HeadlineParts parts) => parts.Pattern switch
    {
        HeadlinePattern.NoData => $"No data for {parts.Words.Name}{Tail(parts, "")}",
        HeadlinePattern.Flag => Filled(parts.IsResolved ? parts.Words.Resolved : parts.Words.Firing, parts, Thing(parts)),
        HeadlinePattern.Sentence => Capital(
            Filled(parts.Words.Sentence, parts, Thing(parts) is { Length: > 0 } thing ? thing : parts.Words.Kind),
            parts.Words.Kind.Length > 0),
        HeadlinePattern.Band => $"{Name(parts)} {parts.Value}, expected {parts.Lower} to {parts.Upper}{Tail(parts, ",")}",
        HeadlinePattern.Beside => $"{Name(parts)} {parts.Value}, limit {parts.Limit}{Tail(parts, ",")}",
        HeadlinePattern.Count => Limited($"{parts.Value} {(parts.Value == "1" ? parts.Words.One : parts.Words.Name)}", parts)
            + Tail(parts, ""),
        HeadlinePattern.Nothing => Limited($"No {parts.Words.Name}", parts) + Tail(parts, ""),
        HeadlinePattern.Only => Limited($"{Name(parts)} only {parts.Value}", parts) + Tail(parts, ""),
        _ => Limited($"{Name(parts)} {parts.Value}".TrimEnd(), parts) + Tail(parts, ""),
    };

    private static string Name(HeadlineParts parts) => Capital(parts.Words.Name, !parts.IsLabel);

    // «p99» and «mTLS» stay.
    private static string Capital(string text, bool isWanted) =>
        isWanted && text is [>= 'a' and <= 'z', (>= 'a' and <= 'z') or ' ' or '-', ..]
            ? char.ToUpperInvariant(text[0]) + text[1..]
            : text;

    private static string Limited(string text, HeadlineParts parts) =>
        Bracket(parts) is not { Length: > 0 } limit ? text
        : text.EndsWith(')') ? $"{text[..^1]}; {limit})"
        : $"{text} ({limit})";

    private static string Bracket(HeadlineParts parts) =>
        parts.Limit is null ? "" : $"{(parts.IsExpected, parts.IsMinimum) switch
        {
            (true, true) => "expected at least",
            (true, _) => "expected at most",
            (_, true) => "minimum",
            _ => "limit",
        }} {parts.Limit}";

    private static string Thing(HeadlineParts parts)
    {
        var (thing, kind) = (parts.Thing, parts.Words.Kind);
        return thing.Length == 0 || kind.Length == 0 || thing.StartsWith($"{kind} ", StringComparison.OrdinalIgnoreCase)
            ? thing
            : $"{kind} {thing}";
    }

    private static string Tail(HeadlineParts parts, string comma) =>
        Thing(parts) is { Length: > 0 } thing ? $"{comma} {parts.Words.Preposition} {thing}{Name(parts, thing)}"
        : parts.Words.Everything is { Length: > 0 } everything ? $", {everything}"
        : Name(parts, "");

    private static string Name(HeadlineParts parts, string thing) =>
        parts.AlarmName.Length == 0 ? "" : thing.Length == 0 ? $": {parts.AlarmName}" : $" ({parts.AlarmName})";

    private static string Filled(string template, HeadlineParts parts, string thing)
    {
        var at = template.IndexOf("{0}", StringComparison.Ordinal);
        var (before, after) = (template[..at], template[(at + 3)..]);
        if (thing.Length == 0)
        {
            var link = Array.Find(Links, link => before.EndsWith(link, StringComparison.Ordinal)) ?? "";
            before = before[..^link.Length];
        }

        // «Health check fails: health check abc» says it twice.
        var kind = ChineseThings.KindOf(thing);
        if (kind.Length > 0 && before.Contains(kind, StringComparison.OrdinalIgnoreCase))
            thing = thing[(kind.Length + 1)..];
        return thing.Length == 0
            ? Numbers(before) + Numbers(after) + Name(parts, thing)
            : Numbers(before) + thing + Name(parts, thing) + Numbers(after);

        // An expiry is a date to act before, not a number to stay above.
        string Numbers(string text) => text.Replace("{1}", parts.Value, StringComparison.Ordinal)
            .Replace("{2}", parts.Limit is null ? "" : $" (limit {parts.Limit})", StringComparison.Ordinal);
    }
}
