namespace Watchkeeper.Reactions;

/// <summary>The limits of all reactions.</summary>
public sealed record ReactionOptions
{
    /// <summary>What reactions may do. Default: dry-run.</summary>
    public ReactionMode Mode { get; init; } = ReactionMode.DryRun;

    /// <summary>The global stop: while it is set, every reaction is refused in every mode. Default: false.</summary>
    public bool Stopped { get; init; }

    /// <summary>
    /// Minimum cool-down: twice the time-out of ReactFunction. Without it, a call that was proposed before another call was made
    /// could set a group back.
    /// </summary>
    public static readonly TimeSpan MinCooldown = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Minimum time between two reactions on one target, at least <see cref="MinCooldown"/>. Default: 10 minutes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below the minimum.</exception>
    public TimeSpan Cooldown
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinCooldown);
            field = value;
        }
    } = TimeSpan.FromMinutes(10);

    /// <summary>Maximum number of reactions in one clock hour (UTC), over all targets. Default: 10.</summary>
    public int PerHour { get; init; } = 10;

    /// <summary>Number of instances that a reaction adds to a group. Default: 1.</summary>
    public int ScaleStep { get; init; } = 1;

    /// <summary>
    /// Percentage of a group that must be in service, apart from the instance, before the instance is replaced. Below this
    /// percentage the check is more likely wrong than the instances. Groups of one instance are exempt. Default: 50.
    /// </summary>
    public int HealthyPercent { get; init; } = 50;
}
