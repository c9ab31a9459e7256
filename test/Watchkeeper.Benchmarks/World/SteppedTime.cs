namespace Watchkeeper.Benchmarks.World;

/// <summary>A clock that is set.</summary>
internal sealed class SteppedTime : TimeProvider
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
