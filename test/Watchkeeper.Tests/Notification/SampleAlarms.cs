using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;

namespace Watchkeeper.Tests.Notification;

/// <summary>Entries of an alarm that said what it measured, and options under which reactions are planned.</summary>
internal static class SampleAlarms
{
    /// <summary>Where the sample alarm is.</summary>
    public static Home Home { get; } = new(SampleEntries.Subject.Account, SampleEntries.Subject.Region);

    /// <summary>The CPU of a group, over its limit in the newest two of three minutes.</summary>
    public static Measurement Measurement { get; } = new()
    {
        Value = 93.2,
        Limit = 80,
        Side = BreachSide.Above,
        Statistic = "Average",
        Points = DataPoints.From(
        [
            new DataPoint(SampleEntries.Began.AddMinutes(-2), 71), new DataPoint(SampleEntries.Began.AddMinutes(-1), 88.7),
            new DataPoint(SampleEntries.Began, 93.2),
        ]),
    };

    /// <summary>The alarm's subject, with the title that its parser writes.</summary>
    public static Subject Subject { get; } = SampleEntries.Subject with
    {
        Title = "CPUUtilization of order-web",
        Labels = SampleEntries.Subject.Labels.With(SubjectLabels.Load, SubjectLabels.High),
    };

    /// <summary>An entry of an incident that the alarm's own signal caused.</summary>
    public static TimelineEntry Measured(Transition transition, int minutes = 0, Subject? subject = null, Measurement? measurement = null)
    {
        var entry = SampleEntries.Create(transition, subject ?? Subject, minutes);
        if (entry.Change is null)
            return entry with { Incident = entry.Incident with { Measurement = measurement ?? Measurement } };
        var signal = new Signal
        {
            Id = "1",
            EventId = entry.Change.EventId,
            OccurredAt = entry.Change.OccurredAt,
            Condition = transition is Transition.Resolved ? SignalCondition.Resolved : SignalCondition.Firing,
            Nature = SignalNature.State,
            Subject = subject ?? Subject,
            Reason = entry.Change.Description,
            Measurement = measurement ?? Measurement,
        };
        return entry with
        {
            Incident = entry.Incident with { Measurement = measurement ?? Measurement },
            Change = entry.Change with { Signal = signal },
        };
    }

    /// <summary>The options of a configuration at the sample's home, with reactions in dry run.</summary>
    public static MessageOptions DryRun(Locale locale) => With(locale, new ReactionOptions());

    /// <summary>The options of a configuration at the sample's home.</summary>
    public static MessageOptions With(Locale locale, ReactionOptions reactions, string zone = WatchkeeperConfiguration.Utc) =>
        MessageOptions.From(WatchkeeperConfiguration.Default() with
        {
            Locale = locale,
            TimeZone = zone,
            Reactions = reactions,
            Home = Home,
        });
}
