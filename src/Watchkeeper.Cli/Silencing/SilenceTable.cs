using System.Globalization;
using Watchkeeper.Cli.Asking;

namespace Watchkeeper.Cli.Silencing;

/// <summary>Silences as a text table.</summary>
internal static class SilenceTable
{
    public static void Show(Screen screen, IReadOnlyList<SilenceLine> lines, DateTimeOffset now)
    {
        if (screen.IsNarrow)
            ShowNarrow(screen, lines, now);
        else
            ShowWide(screen, lines, now);
    }

    private static void ShowWide(Screen screen, IReadOnlyList<SilenceLine> lines, DateTimeOffset now) => screen.Table(
        ["id", "state", "from", "until", "quiet now", "by", "reason", "matchers"],
        lines.Select(line => (IReadOnlyList<string>)
        [
            line.Id, line.State, Moment.Short(line.StartsAt), $"{Moment.Short(line.EndsAt)} ({LeftOf(line, now)})", QuietOf(line),
            line.By, line.Reason, MatchersOf(line),
        ]));

    private static void ShowNarrow(Screen screen, IReadOnlyList<SilenceLine> lines, DateTimeOffset now) => screen.Table(
        ["id", "state", "until", "quiet", "silence"],
        lines.Select(line => (IReadOnlyList<string>)
        [
            line.Id, line.State, LeftOf(line, now), QuietOf(line), $"{MatchersOf(line)} · {line.By}: {line.Reason}",
        ]));

    private static string LeftOf(SilenceLine line, DateTimeOffset now) => line.EndsAt > now
        ? $"in {Moment.Span(line.EndsAt - now)}"
        : $"{Moment.Span(now - line.EndsAt)} ago";

    private static string QuietOf(SilenceLine line) => line.Quiets?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string MatchersOf(SilenceLine line) => string.Join(", ", line.Matchers);
}
