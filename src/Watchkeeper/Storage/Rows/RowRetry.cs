namespace Watchkeeper.Storage.Rows;

/// <summary>Delays between attempts on a busy table.</summary>
public static class RowRetry
{
    /// <summary>Maximum number of attempts.</summary>
    public const int MaxTries = 6;

    /// <summary>
    /// Waits before the next attempt: 25, 50, 100 … milliseconds, plus up to the same time again, chosen by <paramref
    /// name="spread"/> (0 to 255).
    /// </summary>
    public static Task PauseAsync(TimeProvider time, int tried, byte spread, CancellationToken cancellationToken)
    {
        var least = TimeSpan.FromMilliseconds(25 * (1 << (tried - 1)));
        return Task.Delay(least + (least * spread / byte.MaxValue), time, cancellationToken);
    }
}
