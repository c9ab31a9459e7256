namespace Watchkeeper.Simulation.Engine;

/// <summary>
/// The clock of one process, with an error of its own; its timers are actions of the agenda. Timers of a dead process never fire,
/// because its code no longer runs.
/// </summary>
internal sealed class SimulatedTime(Agenda agenda, Func<TimeSpan> skew, Func<bool> isAlive) : TimeProvider
{
    public TimeSpan Skew => skew();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => agenda.Now + skew();

    public override long GetTimestamp() => agenda.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
    {
        private readonly SimulatedTime time = time;
        private int setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            setting++;
            if (dueTime < TimeSpan.Zero)
                return true;
            if (period > TimeSpan.Zero)
                throw new NotSupportedException("no handler has a timer that repeats");
            var mine = setting;
            time.Plan(dueTime, () =>
            {
                if (mine == setting)
                    callback(state);
            });
            return true;
        }

        public void Dispose() => setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private void Plan(TimeSpan wait, Action fire) => agenda.In(wait, () =>
    {
        if (isAlive())
            fire();
    });
}
