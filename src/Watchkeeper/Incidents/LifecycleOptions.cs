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
    /// How long a slot without a lasting incident is kept. Default: 2 days, twice what EventBridge retries for, so that late
    /// signals still meet it.
    /// </summary>
    public TimeSpan SlotRetention { get; init; } = TimeSpan.FromDays(2);
}
