namespace Watchkeeper.Storage.Rows;

/// <summary>The waits between tries of what a busy table did not do.</summary>
public static class RowRetry
{
    /// <summary>How often it is tried.</summary>
    public const int MaxTries = 6;

    /// <summary>Waits before another try: 25, 50, 100 … milliseconds, and up to as much again by <paramref name="spread"/> (0 to 255).</summary>
    public static Task PauseAsync(TimeProvider time, int tried, byte spread, CancellationToken cancellationToken)
    {
        var least = TimeSpan.FromMilliseconds(25 * (1 << (tried - 1)));
        return Task.Delay(least + (least * spread / byte.MaxValue), time, cancellationToken);
    }
}
