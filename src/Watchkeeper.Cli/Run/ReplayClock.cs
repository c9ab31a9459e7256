namespace Watchkeeper.Cli.Run;

/// <summary>
/// The clock of a run follows the times of the events, so that events of last month are a minute apart and not a month ago. The
/// clock never runs backwards. It never passes the real time, so that events from the future remain recognizable. Timers run in
/// real time.
/// </summary>
internal sealed class ReplayClock(TimeProvider real) : TimeProvider
{
    private readonly Lock gate = new();
    private TimeSpan behind;
    private bool begun;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return real.GetUtcNow() - behind;
    }

    /// <summary>How far the clock is behind the real one.</summary>
    public TimeSpan Behind
    {
        get
        {
            lock (gate)
                return behind;
        }
    }

    /// <summary>Until the first event with a time, the clock goes on from where an earlier run ended.</summary>
    public void GoOnFrom(TimeSpan earlier)
    {
        lock (gate)
            behind = earlier;
    }

    /// <summary>Advances to the time of the next event; the first event sets the start.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        lock (gate)
        {
            var now = real.GetUtcNow();
            if (time > now || (begun && time <= now - behind))
                return;
            behind = now - time;
            begun = true;
        }
    }

    /// <summary>Continues in real time.</summary>
    public void GoLive()
    {
        lock (gate)
            behind = TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);
}
