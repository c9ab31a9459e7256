using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Since when, for how long, or when, in one phrase: «Since 08:15 UTC (12 min)», «08:15–09:02 UTC».</summary>
internal static class Timing
{
    public static string Create(TimelineEntry entry, Translations sentences)
    {
        var incident = entry.Incident;
        var since = TimeWords.Near(incident.OpenedAt, entry.At, sentences);
        if (incident.ResolvedAt is { } end)
        {
            // The verb names the duration.
            return TimeWords.Span(incident.OpenedAt, end < incident.OpenedAt ? incident.OpenedAt : end, entry.At, sentences);
        }

        // A call happens at one moment; a state lasts.
        if (incident.Subject.Source is SignalSource.Trail && entry.Change is { } change
            && entry.Transition is Transition.Opened or Transition.AnotherAct or Transition.Escalated or Transition.Reopened)
        {
            var at = TimeWords.Near(change.OccurredAt, entry.At, sentences);
            return at == since
                ? Translations.Fill(sentences[TextKey.At], ("at", at))
                : Translations.Fill(sentences[TextKey.AtOf], ("at", at), ("since", since));
        }

        // What is announced has not begun.
        if (incident.Subject is { Kind: SignalKind.HealthScheduledChange, PlannedFrom: { } from } && from > entry.At)
            return Translations.Fill(sentences[TextKey.Announced], ("since", since));

        var age = entry.At - incident.OpenedAt;
        return age < TimeSpan.FromMinutes(1)
            ? Translations.Fill(sentences[TextKey.Since], ("since", since))
            : Translations.Fill(
                sentences[TextKey.SinceFor], ("since", since), ("duration", TimeWords.Duration(Minutes(age), sentences)));
    }

    private static TimeSpan Minutes(TimeSpan age) => TimeSpan.FromMinutes(Math.Floor(age.TotalMinutes));
}
