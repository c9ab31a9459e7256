using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Hosting;

/// <summary>Processes one change of the table for a stream function.</summary>
internal interface IChangeConsumer
{
    /// <summary>
    /// Processes a change. Returns false if another process holds the change and the stream must deliver it again. An exception
    /// has the same effect.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<bool> ConsumeAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken);
}
