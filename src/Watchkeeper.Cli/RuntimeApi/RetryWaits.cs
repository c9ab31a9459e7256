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

    public static RetryWaits None { get; } = new([]);

    /// <param name="retry">1 for the first further try.</param>
    public TimeSpan Before(int retry) => Waits.IsEmpty ? TimeSpan.Zero : Waits[Math.Min(retry, Waits.Length) - 1];
}
