using Microsoft.Extensions.Time.Testing;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>A test clock on which every wait ends at once and advances the time by its length.</summary>
internal sealed class ImpatientTime(FakeTimeProvider clock) : TimeProvider
{
    /// <summary>The length of each wait.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        clock.Advance(dueTime);
        return clock.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
