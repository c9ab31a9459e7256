using Microsoft.Extensions.Time.Testing;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>A test's clock on which every wait is over at once: the clock goes on by as much.</summary>
internal sealed class ImpatientTime(FakeTimeProvider clock) : TimeProvider
{
    /// <summary>How long was waited, wait by wait.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        clock.Advance(dueTime);
        return clock.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
