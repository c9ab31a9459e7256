using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Prints the run as text for people. Makes event text inert and escapes its markup.</summary>
/// <param name="console">The terminal.</param>
/// <param name="program">The program as the user typed it, for the commands to try next; null shows none.</param>
internal sealed class TextOutput(IAnsiConsole console, string? program = null) : IRunOutput
{
    private string place = "";
    private string backendName = "";

    /// <inheritdoc/>
    public void Begin(IBackend backend, PhysicalNames names, string events, int count)
    {
        place = backend.Place + Path.DirectorySeparatorChar;
        backendName = backend.Name;
        console.MarkupLine($"[bold]Watchkeeper[/] local run on {Safe(backend.Name)}: {count} events from {Safe(events)}");
        var home = $"account {names.Account}, region {names.Region}";
        console.MarkupLine($"[grey]{Safe(home)} (reactions act nowhere else)[/]");
        console.MarkupLine($"[grey]messages, dead letters and data in {Safe(backend.Place)}[/]");
        console.WriteLine();
    }

    /// <inheritdoc/>
    public void Show(EventFile file, ImmutableArray<EventOutcome> outcomes)
    {
        var time = file.Time?.UtcDateTime.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "--:--";
        console.MarkupLine($"[grey]{time,-14}[/] {Safe(file.Name)}");
        foreach (var outcome in outcomes)
        {
            var title = outcome.Title is null ? "" : $" {Badge(outcome.Severity)}{Safe(outcome.Title)}";
            var incident = outcome.Incident is { } id ? $"[grey] {Safe(id)}[/]" : "";
            console.MarkupLine($"{Margin}{Reason(outcome)}{title}{incident}");
            if (outcome.Mute is { } mute)
                console.MarkupLine($"{Margin}[yellow]  muted:[/] {mute.ToKebabCase()}");
            if (outcome.UnknownSeverity is { } unknown)
                console.MarkupLine($"{Margin}[yellow]  unknown severity:[/] {Safe(unknown)}");
            if (outcome.DeadLetter is { } deadLetter)
                console.MarkupLine($"{Margin}[grey]  dead letter:[/] {Safe(Short(deadLetter))}");
            Show(outcome.Consequences);
        }
    }

    /// <inheritdoc/>
    public void Show(string function, ImmutableArray<EventEffect> consequences)
    {
        if (consequences.IsEmpty)
            return;
        console.MarkupLine($"[grey]{"by schedule",-14}[/] {Safe(function)}");
        Show(consequences);
    }

    /// <inheritdoc/>
    public void ShowActions(ImmutableArray<EventEffect> effects)
    {
        if (effects.IsEmpty)
            return;
        console.MarkupLine("[grey]by operators[/]");
        Show(effects);
    }

    private void Show(ImmutableArray<EventEffect> consequences)
    {
        foreach (var each in consequences)
        {
            var (sign, what) = each.Kind switch
            {
                EffectKind.Reaction => ("*", $"{each.What} {each.Status}"),
                EffectKind.Incident => ("=", $"{each.Incident} {each.What}"),
                _ => ("→", $"{Way(each.Channel!)} {each.Status}"),
            };
            console.MarkupLine($"{Margin}  {sign} {Safe(what)}: [grey]{Safe(Short(each.Detail))}[/]");
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        console.WriteLine();
        if (summary.Active.Length > 0)
            console.Write(Table(summary));
        if (summary.StoppedOf is { } all)
            console.MarkupLine($"[yellow]Stopped after {summary.Events} of {all} events.[/]");
        console.MarkupLine($"[bold]{summary.Events}[/] events: {Counts(summary.Outcomes)}");
        console.MarkupLine($"[bold]{summary.Incidents}[/] incidents ({summary.Active.Length} active)");
        console.MarkupLine($"messages: {Counts(summary.Messages)}");
        console.MarkupLine($"reactions: {Counts(summary.Reactions)}");
        console.MarkupLine($"dead letters: {summary.DeadLetters}");
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"[grey]took {summary.Took.TotalSeconds:0.0} s[/]"));
        if (program is null)
            return;
        console.WriteLine();
        console.MarkupLine("what to look at next:");
        // A command is copied whole: it is never folded.
        foreach (var command in NextCommands.Of(program, backendName, place.TrimEnd(Path.DirectorySeparatorChar), summary))
            console.Profile.Out.Writer.WriteLine($"    {InertText.Line(command)}");
    }

    // Shows only the last part of an ARN, because all resources belong to the run's account.
    private static string Way(string channel) =>
        channel.Contains("arn:", StringComparison.Ordinal) ? $"{channel.Split(' ')[0]} {channel.Split(':')[^1]}" : channel;

    private static string Margin => new(' ', 15);

    private static Table Table(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Active incidents");
        table.AddColumns("severity", "status", "since (UTC)", "signals", "what", "id");
        foreach (var incident in summary.Active.Select(slot => slot.Incident!))
        {
            table.AddRow(
                Badge(incident.Severity).TrimEnd(),
                incident.Mute is null ? Status(incident) : $"{Status(incident)}, muted",
                incident.OpenedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                incident.Signals.ToString(CultureInfo.InvariantCulture),
                Safe(incident.Subject.Title),
                Safe(incident.Id));
        }

        return table;
    }

    private static string Status(Incident incident) =>
        incident.Status is IncidentStatus.Open ? "active" : incident.Status.ToKebabCase();

    private static string Reason(EventOutcome outcome) => outcome.Outcome switch
    {
        Outcome.Failed when outcome.Path is { } path => $"[red]rejected:[/] {Safe(path)} {Safe(outcome.Reason)}",
        Outcome.Failed => $"[red]failed:[/] {Safe(outcome.Reason)}",
        Outcome.Recorded => $"[bold]{Safe(outcome.Reason)}[/]",
        _ => $"[grey]{outcome.Outcome.ToKebabCase()}: {Safe(outcome.Reason)}[/]",
    };

    private static string Badge(Severity? severity) => severity switch
    {
        Severity.Critical => "[white on red]CRITICAL[/] ",
        Severity.High => "[red]HIGH[/] ",
        Severity.Medium => "[yellow]MEDIUM[/] ",
        Severity.Low => "[blue]LOW[/] ",
        Severity.Info => "[grey]INFO[/] ",
        _ => "",
    };

    private static string Counts(ImmutableSortedDictionary<string, int> counts) => counts.IsEmpty
        ? "none"
        : string.Join(", ", counts.Select(each => $"{each.Value} {Safe(each.Key)}"));

    private string Short(string path) => path.StartsWith(place, StringComparison.Ordinal) ? path[place.Length..] : path;

    private static string Safe(string text) => InertText.Line(text).EscapeMarkup();
}
