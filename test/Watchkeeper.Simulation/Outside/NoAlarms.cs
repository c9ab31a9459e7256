using Watchkeeper.Alarms;

namespace Watchkeeper.Simulation.Outside;

/// <summary>A CloudWatch that may not be asked.</summary>
internal sealed class NoAlarms : IAlarmInventory
{
    public IAsyncEnumerable<ObservedAlarm> ListFiringAsync(CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ObservedAlarm>();

    public Task<AlarmAnswer> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<AlarmAnswer>(new AlarmAnswer.Unavailable("there is no CloudWatch here"));

    public IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(ObservedAlarm alarm, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ObservedAlarm>();
}
