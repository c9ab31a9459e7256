namespace Watchkeeper.Incidents;

/// <summary>Time limits in an incident's lifecycle.</summary>
public sealed record LifecycleOptions
{
    /// <summary>
    /// Version of the configuration that these limits belong to, ten hexadecimal digits; every decision records it. Null
    /// records none.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// Reopen window: a firing signal within this time after the end reopens the incident. Default: 15 minutes.
    /// </summary>
    public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Quiet time after which an incident of events ends, because its source never reports an end. Default: 24 hours.
    /// </summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Time after which a Health issue without an update ends, and a planned change after its planned time. The closing event may
    /// never come. Default: 7 days.
    /// </summary>
    public TimeSpan HealthTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Time without signals after which an alarm's incident ends if CloudWatch cannot be asked about the alarm: an alarm of
    /// another account or region, or missing permissions. Default: 7 days.
    /// </summary>
    public TimeSpan UnseenTime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Time in INSUFFICIENT_DATA after which an alarm's incident ends: the measured resource is probably gone. Default: 6 hours,
    /// longer than the usual outage of an agent or an instance.
    /// </summary>
    public TimeSpan NoDataTime { get; init; } = TimeSpan.FromHours(6);

    /// <summary>
    /// How long CloudWatch's state must differ from the recorded state before it counts, because events arrive with a delay of
    /// seconds. Default: 2 minutes.
    /// </summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Maximum duration of a mute without a known end. Default: 24 hours.</summary>
    public TimeSpan MuteTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>When reminders are due.</summary>
    public ReminderSchedule Reminders { get; init; } = new();

    /// <summary>
    /// How long a slot without an active incident is stored. Default: 2 days, twice EventBridge's retry time, so that late
    /// signals still find their slot.
    /// </summary>
    public TimeSpan SlotRetention { get; init; } = TimeSpan.FromDays(2);
}
