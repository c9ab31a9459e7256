using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>How long to wait before each further try; the last wait counts for all later ones, and none at all is no wait.</summary>
internal sealed record RetryWaits(ImmutableArray<TimeSpan> Waits)
{
    /// <summary>Lambda's for asynchronous invocations: a minute, then two.</summary>
    public static RetryWaits Asynchronous { get; } = new([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)]);

    /// <summary>For batches of a stream, where Lambda documents no more than that it backs off.</summary>
    public static RetryWaits Stream { get; } =
        new([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)]);

    /// <summary>
    /// For batches of a stream, as short as may be: even waits that together outlast the function's time-out. A process that dies may
    /// leave a claim that stands until its deadline, and tries that are over sooner would give up what the next one could do.
    /// </summary>
    /// <param name="timeout">The function's.</param>
    /// <param name="retries">How many further tries there are; null is <see cref="Stream"/>, since they do not end.</param>
    public static RetryWaits Outlasting(TimeSpan timeout, int? retries) =>
        retries is { } count ? new([timeout * 1.1 / Math.Max(1, count)]) : Stream;

    public static RetryWaits None { get; } = new([]);

    /// <param name="retry">1 for the first further try.</param>
    public TimeSpan Before(int retry) => Waits.IsEmpty ? TimeSpan.Zero : Waits[Math.Min(retry, Waits.Length) - 1];
}
