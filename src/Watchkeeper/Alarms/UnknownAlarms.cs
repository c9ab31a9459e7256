using System.Runtime.CompilerServices;

namespace Watchkeeper.Alarms;

/// <summary>An inventory without permission: the state of every alarm is unknown.</summary>
internal sealed class UnknownAlarms : IAlarmInventory
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    /// <inheritdoc/>
    public Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<AlarmLookup>(new AlarmLookup.Unavailable("CloudWatch is not asked here"));

    /// <inheritdoc/>
    public IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, CancellationToken cancellationToken) =>
        ListFiringAsync(cancellationToken);
}
