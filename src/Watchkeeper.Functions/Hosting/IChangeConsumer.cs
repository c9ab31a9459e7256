using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Hosting;

/// <summary>What a stream function does with one change of the table.</summary>
public interface IChangeConsumer
{
    /// <summary>
    /// Deals with a change. False means that another process is at it and that the change must come again; an exception means the
    /// same.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="deadline">When this process will be gone for certain.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<bool> ConsumeAsync(StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken);
}
