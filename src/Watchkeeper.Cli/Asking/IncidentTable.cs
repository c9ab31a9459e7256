using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Asking;

/// <summary>A list of incidents as a text table.</summary>
internal static class IncidentTable
{
    public static void Show(Screen screen, IReadOnlyList<IncidentLine> lines, DateTimeOffset now)
    {
        if (lines.Count == 0)
            return;
        if (screen.IsNarrow)
            ShowNarrow(screen, lines, now);
        else
            ShowWide(screen, lines, now);
    }

    private static void ShowWide(Screen screen, IReadOnlyList<IncidentLine> lines, DateTimeOffset now) => screen.Table(
        ["id", "severity", "status", "opened", "ended", "service", "title", "acknowledged by", "quiet"],
        lines.Select(line => (IReadOnlyList<string>)
        [
            line.Id, line.Severity.ToUpperInvariant(), line.Status, $"{Moment.Short(line.OpenedAt)}{AgeOf(line, now)}",
            line.ResolvedAt is { } end ? Moment.Short(end) : "", line.Service, line.Title, WhoOf(line),
            line.Quiet ?? "",
        ]));

    // Eighty columns hold an id and a readable title only if the rest shares a cell.
    private static void ShowNarrow(Screen screen, IReadOnlyList<IncidentLine> lines, DateTimeOffset now) => screen.Table(
        ["id", "severity", "status", "age", "title"],
        lines.Select(line => (IReadOnlyList<string>)
        [
            line.Id, line.Severity.ToUpperInvariant(), line.Status, Moment.Span((line.ResolvedAt ?? now) - line.OpenedAt),
            string.Join(" · ", PartsOf(line).Where(part => part.Length > 0)),
        ]));

    private static string[] PartsOf(IncidentLine line) =>
        [line.Title, line.Service, WhoOf(line) is { Length: > 0 } by ? $"by {by}" : "", line.Quiet ?? ""];

    private static string WhoOf(IncidentLine line) =>
        line.AcknowledgedBy is { } who ? OperatorName.Shorten(who, line.Account) : "";

    private static string AgeOf(IncidentLine line, DateTimeOffset now) =>
        line.ResolvedAt is null ? $" ({Moment.Span(now - line.OpenedAt)})" : "";
}
