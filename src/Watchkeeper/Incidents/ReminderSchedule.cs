namespace Watchkeeper.Incidents;

/// <summary>
/// When reminders of an active, unacknowledged incident are due: after 4, 8, 16, 32 … hours and then once a week, so that no
/// active incident stays silent for ever.
/// </summary>
public sealed record ReminderSchedule
{
    /// <summary>Time from the first message to the first reminder. Default: 4 hours.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Maximum time between two reminders. Default: 7 days.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Time to the next reminder if further acts wait for it (<see cref="NotificationState.IsExhausted"/>). Default: 1 hour.
    /// </summary>
    public TimeSpan WhileActsWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The time between two reminders, always the same (<c>repeat_interval</c> of a route); null for intervals that double.
    /// </summary>
    public TimeSpan? Every { get; init; }

    /// <summary>When the next reminder is due.</summary>
    public DateTimeOffset DueAfter(NotificationState notified)
    {
        ArgumentNullException.ThrowIfNull(notified);
        var wait = Every ?? Doubled(notified.Reminders);
        return notified.At + (notified.IsExhausted && WhileActsWait < wait ? WhileActsWait : wait);
    }

    /// <summary>
    /// Whether a reminder is one of this schedule's, where reminders come more often because other readers want them.
    /// </summary>
    /// <param name="number">The reminder's number since the last other message, from 1.</param>
    /// <param name="step">The time between two of them.</param>
    public bool Has(int number, TimeSpan step) => CountIn(step * number) > CountIn(step * (number - 1));

    private int CountIn(TimeSpan time)
    {
        if (Every is { } every)
            return (int)(time / every);
        var count = 0;
        for (var due = First; due <= time; due += Doubled(count))
            count++;
        return count;
    }

    // Ten doublings of the first interval are far beyond the maximum.
    private TimeSpan Doubled(int reminders)
    {
        var wait = First * (1 << Math.Min(reminders, 10));
        return wait < MaxInterval ? wait : MaxInterval;
    }
}
