namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>A clock that only the scenario moves.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
