using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Watchkeeper.Cli.Terminals;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>
/// One line for each part of an event: when, what was decided, how severe, what it is about, who was notified. What is rare and
/// needs a look has a line of its own below: a reaction, a message that was not sent, a mute.
/// </summary>
/// <param name="console">The terminal.</param>
/// <param name="width">The terminal's width; null cuts and folds nothing.</param>
internal sealed class BriefEvents(IAnsiConsole console, int? width) : IEventText
{
    private const int ReasonCells = 18;
    private const int BadgeCells = 8;
    private const int Indent = 10;
    private const int MinTitleCells = 12;

    // An id is for copying: where it would cost the title, `incidents` shows it.
    private const int WidthWithId = 120;

    private DateOnly day;

    /// <inheritdoc/>
    public void Write(EventFile file, ImmutableArray<EventOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            BeginDay(outcome.Time);
            var isOfOthers = outcome.Title is null && !outcome.Consequences.IsEmpty;
            if (outcome.Outcome is Outcome.Failed)
                WriteFailure(outcome);
            else
                WriteLine(At(outcome.Time), outcome, isOfOthers ? [] : outcome.Consequences);
            if (isOfOthers)
                WriteByIncident(outcome.Time, outcome.Consequences);
            else
                WriteDetails(outcome);
        }
    }

    /// <inheritdoc/>
    public void Write(string cause, DateTimeOffset time, ImmutableArray<EventEffect> effects)
    {
        BeginDay(time);
        new StyledLine().Laid($"{At(time)}  ", Wording.Quiet).Said(cause, Wording.Quiet).Write(console);
        WriteByIncident(time, effects);
    }

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private void WriteByIncident(DateTimeOffset time, ImmutableArray<EventEffect> effects)
    {
        foreach (var incident in effects.GroupBy(effect => effect.Incident, StringComparer.Ordinal))
        {
            var change = incident.FirstOrDefault(effect => effect.Kind is EffectKind.Incident) ?? incident.First();
            var line = new EventOutcome
            {
                Time = time,
                File = "",
                Outcome = Outcome.Recorded,
                Reason = change.What,
                Title = change.Title ?? incident.Key,
                Incident = incident.Key,
            };
            WriteLine(new string(' ', At(time).Length), line, incident);
            WriteEffects(incident);
        }
    }

    private void BeginDay(DateTimeOffset time)
    {
        var now = DateOnly.FromDateTime(time.UtcDateTime);
        if (now == day)
            return;
        day = now;
        var text = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        new StyledLine().Laid($"{text}, times in UTC", Wording.Quiet).Write(console);
    }

    private void WriteLine(string at, EventOutcome outcome, IEnumerable<EventEffect> effects)
    {
        var begin = new StyledLine().Laid($"{at}  ", Wording.Quiet)
            .Laid($"{outcome.Reason,-ReasonCells} ", Wording.StyleOf(outcome.Outcome))
            .Laid(Wording.Badge(outcome.Severity), Wording.StyleOf(outcome.Severity))
            .Laid(new string(' ', BadgeCells + 1 - Wording.Badge(outcome.Severity).Length));
        var end = new StyledLine();
        if (Ways(effects) is { Length: > 0 } ways)
            end.Laid("  → ", "green").Said(ways, "green");
        if (outcome.Incident is { } id && !(width < WidthWithId))
            end.Laid("  ").Said(id, Wording.Quiet);
        var title = InertText.Line(outcome.Title ?? outcome.File);
        if (width is { } all)
            title = StyledLine.Cut(title, Math.Max(MinTitleCells, all - begin.Cells - end.Cells));
        begin.Laid(title, outcome.Title is null ? Wording.Quiet : "").Then(end).Write(console);
    }

    private void WriteFailure(EventOutcome outcome) => new StyledLine()
        .Laid($"{At(outcome.Time)}  ", Wording.Quiet)
        .Laid($"{(outcome.Path is null ? "failed" : "rejected"),-ReasonCells} ", "red")
        .Said(outcome.File).Laid(": ")
        .Said(outcome.Path is { } path ? $"{path} {outcome.Reason}" : outcome.Reason)
        .WriteFolded(console, Indent, width);

    private void WriteDetails(EventOutcome outcome)
    {
        if (outcome is { Mute: { } mute, Outcome: Outcome.Recorded })
            WriteDetail("muted:", mute.ToKebabCase(), Wording.Warning);
        if (outcome.UnknownSeverity is { } unknown)
            WriteDetail("unknown severity:", unknown, Wording.Warning);
        WriteEffects(outcome.Consequences);
    }

    private void WriteEffects(IEnumerable<EventEffect> effects)
    {
        foreach (var effect in effects)
        {
            if (effect.Kind is EffectKind.Reaction)
                WriteDetail($"* {effect.What} {effect.Status}:", effect.Detail, "");
        }

        var untold = effects.Where(effect => effect.Kind is EffectKind.Message && effect.Status != Sent);
        foreach (var same in untold.GroupBy(effect => (effect.Status, effect.Detail)))
        {
            var ways = string.Join(", ", same.Select(effect => Wording.Way(effect.Channel!)));
            WriteDetail($"→ {ways} {same.Key.Status}:", same.Key.Detail, Wording.Warning);
        }
    }

    private void WriteDetail(string what, string detail, string style) => new StyledLine()
        .Laid(new string(' ', Indent)).Said(what, style).Laid(" ").Said(detail)
        .WriteFolded(console, Indent + 2, width);

    private static string Ways(IEnumerable<EventEffect> effects) => string.Join(", ", effects
        .Where(effect => effect.Kind is EffectKind.Message && effect.Status == Sent)
        .Select(effect => effect.Channel!.Split(' ')[0])
        .Distinct(StringComparer.Ordinal));

    private static string Sent { get; } = Notification.DeliveryStatus.Sent.ToKebabCase();
}
