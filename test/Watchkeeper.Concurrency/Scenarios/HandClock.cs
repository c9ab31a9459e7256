namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>A clock that stands until a scenario moves it.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
