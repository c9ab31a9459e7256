using System.Runtime.InteropServices;
using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>From when until when a silence is wanted.</summary>
/// <param name="StartsAt">From when.</param>
/// <param name="EndsAt">Until when, excluded.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SilenceSpan(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    private const string Advice =
        "what shall be quiet for so long belongs into the configuration, as a time interval of a route or as a route of its own";

    /// <summary>The longest silence, and the latest beginning: a year.</summary>
    private static readonly TimeSpan Max = TimeSpan.FromDays(366);

    /// <summary>Reads a beginning and an end; null if one of them is wrong.</summary>
    public static SilenceSpan? Read(
        string? from, string? duration, string? until, DateTimeOffset now, SilenceLimits limits, List<SilenceProblem> problems,
        List<SilenceProblem> warnings)
    {
        var known = problems.Count;
        var start = from is null ? now : ReadTime(SilenceField.From, from, now, problems);
        if (start < now)
        {
            // What was sent by then was sent.
            warnings.Add(new(SilenceField.From, $"is in the past: the silence begins now, at {Shown(now)}"));
            start = now;
        }
        else if (start - now > Max)
        {
            problems.Add(new(SilenceField.From, "is more than a year ahead: add the silence when the time is nearer"));
        }

        var end = ReadEnd(duration, until, start, now, limits, problems);
        return problems.Count == known && start is { } first && end is { } last ? new SilenceSpan(first, last) : null;
    }

    /// <summary>Reads an end; null if it is wrong.</summary>
    /// <param name="duration">How long from <paramref name="start"/>.</param>
    /// <param name="until">Until when, in place of a duration.</param>
    /// <param name="start">When the silence begins; null if that is wrong already.</param>
    /// <param name="now">The time.</param>
    /// <param name="limits">How long it lasts usually and at most.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static DateTimeOffset? ReadEnd(
        string? duration, string? until, DateTimeOffset? start, DateTimeOffset now, SilenceLimits limits,
        List<SilenceProblem> problems)
    {
        if (duration is not null && until is not null)
        {
            problems.Add(new(SilenceField.Until, "stands beside a duration: give one of them"));
            _ = ReadDuration(duration, limits, problems);
            _ = ReadTime(SilenceField.Until, until, now, problems);
            return null;
        }

        if (duration is null && until is null)
        {
            if (limits.Usual is { } usual)
                return start + usual;
            problems.Add(new(SilenceField.For, "is missing: say how long, such as 2h30m, or until when"));
            return null;
        }

        return until is null
            ? ReadDuration(duration!, limits, problems) is { } length ? start + length : null
            : ReadTime(SilenceField.Until, until, now, problems) is { } end && IsEnd(end, start, now, limits, problems) ? end : null;
    }

    private static TimeSpan? ReadDuration(string text, SilenceLimits limits, List<SilenceProblem> problems)
    {
        var length = DurationText.Parse(text);
        var reason = length switch
        {
            null => $"is «{InertText.Line(text, 40)}»: expected a duration such as 30m, 2h30m, 1d or 1w2d3h4m5s; units are y, w, "
                + "d, h, m and s, each once and from large to small",
            { Ticks: <= 0 } => "is nothing: a silence lasts longer than no time",
            _ when length > limits.Longest => $"is {Beyond(limits.Longest.Value)}",
            _ when length > Max => $"is more than a year: {Advice}",
            _ => null,
        };
        if (reason is null)
            return length;
        problems.Add(new(SilenceField.For, reason));
        return null;
    }

    private static string Beyond(TimeSpan longest) =>
        $"more than {DurationText.Write(longest)}, the longest that silences.max_duration of the configuration allows at a time";

    private static bool IsEnd(
        DateTimeOffset end, DateTimeOffset? start, DateTimeOffset now, SilenceLimits limits, List<SilenceProblem> problems)
    {
        var reason = end <= now ? $"is over already: it is {Shown(now)} now"
            : end <= start ? $"is not after the beginning, {Shown(start.Value)}"
            : end - start > limits.Longest ? $"is {Beyond(limits.Longest.Value)}"
            : end - start > Max ? $"is more than a year after the beginning: {Advice}"
            : null;
        if (reason is not null)
            problems.Add(new(SilenceField.Until, reason));
        return reason is null;
    }

    private static DateTimeOffset? ReadTime(
        SilenceField field, string text, DateTimeOffset now, List<SilenceProblem> problems)
    {
        if (ZonedTimeText.Parse(text) is { } time)
            return time;
        problems.Add(new(
            field,
            ZonedTimeText.LacksZone(text)
                ? $"is «{text}», which is another time in every zone: write the time with Z for UTC or an offset such as +08:00; "
                    + $"it is {Shown(now)} now"
                : $"is «{InertText.Line(text, 40)}»: expected a time with a zone, such as {Shown(now.AddHours(2))}"));
        return null;
    }

    private static string Shown(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
