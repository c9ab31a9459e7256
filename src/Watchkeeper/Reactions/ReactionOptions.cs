namespace Watchkeeper.Reactions;

/// <summary>The limits of all reactions.</summary>
public sealed record ReactionOptions
{
    /// <summary>How far they may go. Default: dry-run.</summary>
    public ReactionMode Mode { get; init; } = ReactionMode.DryRun;

    /// <summary>The global stop: while set, every reaction is refused, whatever its mode. Default: false.</summary>
    public bool Stopped { get; init; }

    /// <summary>
    /// The shortest cool-down: twice as long as ReactFunction may run, so that a call which was proposed before another one was made, and
    /// would set a group back, is refused.
    /// </summary>
    public static readonly TimeSpan MinCooldown = TimeSpan.FromMinutes(2);

    /// <summary>Least time between two reactions on one target, at least <see cref="MinCooldown"/>. Default: 10 minutes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter.</exception>
    public TimeSpan Cooldown
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinCooldown);
            field = value;
        }
    } = TimeSpan.FromMinutes(10);

    /// <summary>Most reactions in one clock hour (UTC), over all targets. Default: 10.</summary>
    public int PerHour { get; init; } = 10;

    /// <summary>By how many instances a group grows. Default: 1.</summary>
    public int ScaleStep { get; init; } = 1;

    /// <summary>
    /// The part of a group, in percent, that must be in service besides an instance before that instance is replaced; below it the
    /// check is likelier wrong than the instances. Groups of one are exempt. Default: 50.
    /// </summary>
    public int HealthyPercent { get; init; } = 50;
}
