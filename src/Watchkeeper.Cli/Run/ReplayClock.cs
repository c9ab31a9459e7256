namespace Watchkeeper.Cli.Run;

/// <summary>
/// The clock of a run: it stands where the story stands, so that events of last month are a minute apart and not a month ago. It
/// never goes back, and never ahead of the real one, by which events from the future are known. Timers run in real time.
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

    /// <summary>Moves to the time of the next event; the first one says where the story begins.</summary>
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

    /// <summary>Goes on in real time.</summary>
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
