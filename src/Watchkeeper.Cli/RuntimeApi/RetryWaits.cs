using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The delays before each retry. The last delay applies to all later retries; an empty list means no delay.</summary>
internal sealed record RetryWaits(ImmutableArray<TimeSpan> Waits)
{
    /// <summary>Lambda's delays for asynchronous invocations: one minute, then two.</summary>
    public static RetryWaits Asynchronous { get; } = new([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)]);

    /// <summary>The delays for batches of a stream. Lambda documents only that it backs off.</summary>
    public static RetryWaits Stream { get; } =
        new(
        [
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(30)
        ]);

    /// <summary>
    /// Returns the shortest safe delays for batches of a stream: equal delays whose sum exceeds the function's time-out. A
    /// process that dies may leave a claim that is valid until its deadline. If all retries ended before the deadline, records
    /// would fail that the next attempt could process.
    /// </summary>
    /// <param name="timeout">The function's time-out.</param>
    /// <param name="retries">The number of retries; null means unlimited retries, which use <see cref="Stream"/>.</param>
    public static RetryWaits Outlasting(TimeSpan timeout, int? retries) =>
        retries is { } count ? new([timeout * 1.1 / Math.Max(1, count)]) : Stream;

    public static RetryWaits None { get; } = new([]);

    /// <param name="retry">The number of the retry, from 1.</param>
    public TimeSpan Before(int retry) => Waits.IsEmpty ? TimeSpan.Zero : Waits[Math.Min(retry, Waits.Length) - 1];
}
