using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Concurrency.Scenarios;

/// <summary>Alarms that fire, each in the state of its incident.</summary>
internal sealed class KnownAlarms : IAlarmInventory
{
    private readonly Dictionary<string, ObservedAlarm> alarms = new(StringComparer.Ordinal);

    public void Rings(Signal signal) =>
        alarms[signal.Subject.Name] = new ObservedAlarm { Name = signal.Subject.Name, Signal = signal };

    public async Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return new AlarmLookup.Found([.. names.Where(alarms.ContainsKey).Select(name => alarms[name])]);
    }

    public IAsyncEnumerable<ObservedAlarm> ListFiringAsync(CancellationToken cancellationToken) =>
        alarms.Values.ToAsyncEnumerable();

    public IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ObservedAlarm>();
}
