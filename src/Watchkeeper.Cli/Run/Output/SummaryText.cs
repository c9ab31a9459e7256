using System.Globalization;
using Spectre.Console;
using Watchkeeper.Cli.Terminals;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>The end of a run as text: the worst active incidents, the sums, and what to look at next.</summary>
/// <param name="console">The terminal.</param>
/// <param name="width">The terminal's width; null folds nothing.</param>
/// <param name="next">The commands to try next; none where nothing is left to ask.</param>
internal sealed class SummaryText(IAnsiConsole console, int? width, Func<RunSummary, IEnumerable<string>> next)
{
    private const int WidthWithTimes = 100;

    /// <summary>Writes all of it.</summary>
    public void Write(RunSummary summary)
    {
        WriteActive(summary);
        if (summary.StoppedOf is { } all)
            Line($"Stopped after {summary.Events} of {all} events.", Wording.Warning);
        Line($"{summary.Events} events: {Wording.Counts(summary.Outcomes)}", "");
        Line($"{summary.Incidents} incidents ({summary.Active} active)", "");
        Line($"messages: {Wording.Counts(summary.Messages)}", "");
        Line($"reactions: {Wording.Counts(summary.Reactions)}", "");
        Line($"dead letters: {summary.DeadLetters}", "");
        if (summary.UnexpectedFailures > 0)
            Line($"failed: {summary.UnexpectedFailures} parts of events; each is kept as a dead letter with its reason", "red");
        Line(string.Create(CultureInfo.InvariantCulture, $"took {summary.Took.TotalSeconds:0.0} s"), Wording.Quiet);
        var commands = next(summary).ToList();
        if (commands.Count == 0)
            return;
        console.WriteLine();
        Line("what to look at next:", "");
        // A command is copied whole: it is never folded.
        foreach (var command in commands)
            new StyledLine().Laid("    ").Said(command).Write(console);
    }

    private void WriteActive(RunSummary summary)
    {
        console.WriteLine();
        if (summary.Worst.IsEmpty)
            return;
        Line(
            summary.Active > summary.Worst.Length
                ? $"The {summary.Worst.Length} worst of {summary.Active} active incidents:"
                : "Active incidents:",
            "bold");
        foreach (var incident in summary.Worst.Select(slot => slot.Incident!))
        {
            var begin = new StyledLine().Said(incident.Id, Wording.Quiet).Laid("  ")
                .Laid($"{Wording.Badge(incident.Severity),-8}", Wording.StyleOf(incident.Severity)).Laid("  ");
            if (!(width < WidthWithTimes))
            {
                var since = incident.OpenedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
                begin.Laid($"{since}  ").Laid($"{Status(incident),-13}");
            }

            var title = InertText.Line(incident.Subject.Title);
            begin.Laid(width is { } all ? StyledLine.Cut(title, all - begin.Cells) : title).Write(console);
        }

        console.WriteLine();
    }

    private static string Status(Incident incident) => (incident.Mute, incident.Status) switch
    {
        ({ }, _) => "muted",
        (_, IncidentStatus.Open) => "active",
        _ => incident.Status.ToKebabCase(),
    };

    private void Line(string text, string style) => new StyledLine().Said(text, style).WriteFolded(console, 2, width);
}
