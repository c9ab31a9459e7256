namespace Watchkeeper.Incidents;

/// <summary>The times of an incident's life.</summary>
public sealed record LifecycleOptions
{
    /// <summary>Trouble that comes back within this time after the end is the same incident again. Default: 15 minutes.</summary>
    public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// An incident made of occurrences has no source that says «over»; after so long without another it ends by itself.
    /// Default: 24 hours.
    /// </summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long a Health issue is open without an update, and how long after its planned time a change is, before it ends by itself: the
    /// event that closes it may never come. Default: 7 days.
    /// </summary>
    public TimeSpan HealthTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// After so long without news an incident over an alarm ends by itself where CloudWatch cannot be asked about it: the alarm of another
    /// account or region, or missing rights. Default: 7 days.
    /// </summary>
    public TimeSpan UnseenTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// After so long in INSUFFICIENT_DATA an alarm's incident ends: what it measured is likely gone. Default: 6 hours, longer than an
    /// agent or an instance is usually down.
    /// </summary>
    public TimeSpan NoDataTime { get; init; } = TimeSpan.FromHours(6);

    /// <summary>
    /// How long what CloudWatch shows must differ from what was heard before it counts: events are under way for seconds. Default: 2
    /// minutes.
    /// </summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an alarm is kept quiet at most where nobody can say when that ends. Default: 24 hours.</summary>
    public TimeSpan MuteTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>When people are reminded of what goes on.</summary>
    public ReminderSchedule Reminders { get; init; } = new();

    /// <summary>
    /// How long a slot without a lasting incident is kept. Default: 2 days, twice what EventBridge retries for, so that late
    /// signals still meet it.
    /// </summary>
    public TimeSpan SlotRetention { get; init; } = TimeSpan.FromDays(2);
}
