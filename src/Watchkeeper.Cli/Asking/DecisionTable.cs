namespace Watchkeeper.Cli.Asking;

/// <summary>Decisions as a text table.</summary>
internal static class DecisionTable
{
    public static void Show(Screen screen, IReadOnlyList<DecisionLine> lines)
    {
        if (lines.Count == 0)
            return;
        if (screen.IsNarrow)
            ShowNarrow(screen, lines);
        else
            ShowWide(screen, lines);
    }

    private static void ShowWide(Screen screen, IReadOnlyList<DecisionLine> lines) => screen.Table(
        ["decided", "id", "decision", "end", "incident", "what"],
        lines.Select(line => (IReadOnlyList<string>)
        [
            Moment.Full(line.DecidedAt), line.Event, line.Decision, EndOf(line), line.Incident ?? "", WhatOf(line),
        ]));

    private static void ShowNarrow(Screen screen, IReadOnlyList<DecisionLine> lines) => screen.Table(
        ["id", "decision"],
        lines.Select(line => (IReadOnlyList<string>)
        [
            line.Event,
            string.Join(" · ", new[] { Moment.Full(line.DecidedAt), line.Decision, EndOf(line), WhatOf(line) }
                .Where(part => part.Length > 0)),
        ]));

    private static string EndOf(DecisionLine line) =>
        line.End.Reason == line.Decision || line.End.Reason == "notify" ? line.End.Kind : $"{line.End.Kind} ({line.End.Reason})";

    private static string WhatOf(DecisionLine line) => line.Signal?.Title ?? "";
}
