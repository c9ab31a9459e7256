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

    /// <summary>When the next reminder is due.</summary>
    public DateTimeOffset DueAfter(NotificationState notified)
    {
        ArgumentNullException.ThrowIfNull(notified);
        // Ten doublings of the first interval are far beyond the maximum.
        var wait = First * (1 << Math.Min(notified.Reminders, 10));
        wait = wait < MaxInterval ? wait : MaxInterval;
        return notified.At + (notified.IsExhausted && WhileActsWait < wait ? WhileActsWait : wait);
    }
}
