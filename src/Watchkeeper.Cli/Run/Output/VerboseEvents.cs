using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Watchkeeper.Cli.Terminals;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run.Output;

/// <summary>
/// All that is known of each event: its file, its own time, incidents, messages with their files, dead letters.
/// </summary>
/// <param name="console">The terminal.</param>
/// <param name="width">The terminal's width; null folds nothing.</param>
/// <param name="place">The data folder, which is left out of paths.</param>
internal sealed class VerboseEvents(IAnsiConsole console, int? width, string place) : IEventText
{
    private const int Indent = 22;

    /// <inheritdoc/>
    public void Write(EventFile file, ImmutableArray<EventOutcome> outcomes)
    {
        Head(file.Time is { } time ? At(time) : "without a time", file.Name);
        foreach (var outcome in outcomes)
        {
            Fold(Decision(outcome));
            if (outcome.Mute is { } mute)
                Fold(Detail("muted:", mute.ToKebabCase(), Wording.Warning));
            if (outcome.UnknownSeverity is { } unknown)
                Fold(Detail("unknown severity:", unknown, Wording.Warning));
            if (outcome.DeadLetter is { } deadLetter)
                Fold(Detail("dead letter:", Short(deadLetter), Wording.Quiet));
            WriteEffects(outcome.Consequences);
        }
    }

    /// <inheritdoc/>
    public void Write(string cause, DateTimeOffset time, ImmutableArray<EventEffect> effects)
    {
        Head(At(time), cause);
        WriteEffects(effects);
    }

    private static string At(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static StyledLine Decision(EventOutcome outcome)
    {
        var line = new StyledLine().Laid(new string(' ', Indent));
        if (outcome.Outcome is Outcome.Failed)
            line.Said(outcome.Path is { } path ? $"rejected: {path}" : "failed:", "red").Laid(" ").Said(outcome.Reason);
        else if (outcome.Outcome is Outcome.Recorded)
            line.Said(outcome.Reason, "bold");
        else
            line.Said($"{outcome.Outcome.ToKebabCase()}: {outcome.Reason}", Wording.Quiet);
        if (outcome.Title is { } title)
            line.Laid(" ").Laid(Wording.Badge(outcome.Severity), Wording.StyleOf(outcome.Severity)).Laid(" ").Said(title);
        return outcome.Incident is { } id ? line.Laid(" ").Said(id, Wording.Quiet) : line;
    }

    private static StyledLine Detail(string what, string detail, string style) =>
        new StyledLine().Laid(new string(' ', Indent + 2)).Said(what, style).Laid(" ").Said(detail);

    private void WriteEffects(ImmutableArray<EventEffect> effects)
    {
        foreach (var effect in effects)
        {
            var (sign, what) = effect.Kind switch
            {
                EffectKind.Reaction => ("*", $"{effect.What} {effect.Status}"),
                EffectKind.Incident => ("=", $"{effect.Incident} {effect.What}"),
                _ => ("→", $"{Wording.Way(effect.Channel!)} {effect.Status}"),
            };
            Fold(Detail($"{sign} {what}:", Short(effect.Detail), ""));
        }
    }

    private void Head(string at, string text) =>
        new StyledLine().Laid($"{at,-(Indent - 1)} ", Wording.Quiet).Said(text).WriteFolded(console, 4, width);

    private void Fold(StyledLine line) => line.WriteFolded(console, Indent + 4, width);

    private string Short(string path) => path.StartsWith(place, StringComparison.Ordinal) ? path[place.Length..] : path;
}
