namespace Watchkeeper.Incidents;

/// <summary>
/// When people are reminded of an incident that goes on and that nobody has acknowledged: after 4, 8, 16, 32 … hours and then once a week,
/// so that nothing is silent for ever.
/// </summary>
public sealed record ReminderSchedule
{
    /// <summary>How long after the first message the first reminder comes. Default: 4 hours.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromHours(4);

    /// <summary>The longest time between two. Default: 7 days.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How soon one comes where further acts wait for it (<see cref="NotificationState.IsExhausted"/>). Default: 1 hour.</summary>
    public TimeSpan WhileActsWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When the next one is due.</summary>
    public DateTimeOffset DueAfter(NotificationState told)
    {
        ArgumentNullException.ThrowIfNull(told);
        // Ten doublings of the first are far beyond the longest.
        var wait = First * (1 << Math.Min(told.Reminders, 10));
        wait = wait < MaxInterval ? wait : MaxInterval;
        return told.At + (told.IsExhausted && WhileActsWait < wait ? WhileActsWait : wait);
    }
}
