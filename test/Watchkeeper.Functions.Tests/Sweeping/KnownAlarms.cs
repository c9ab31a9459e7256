using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Tests.Sweeping;

/// <summary>CloudWatch as a test sets it; counts its requests.</summary>
internal sealed class KnownAlarms : IAlarmInventory
{
    public List<ObservedAlarm> Alarms { get; } = [];

    public Dictionary<string, List<ObservedAlarm>> Series { get; } = new(StringComparer.Ordinal);

    public Exception? Failure { get; set; }

    public string? Denied { get; set; }

    public List<string> Asked { get; } = [];

    public void Set(Signal signal, params string[] actions)
    {
        Alarms.RemoveAll(alarm => alarm.Name == signal.Subject.Name);
        Alarms.Add(new ObservedAlarm { Name = signal.Subject.Name, Signal = signal, Actions = [.. actions] });
    }

    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked.Add("firing");
        await Task.CompletedTask;
        if (Failure is not null)
            throw Failure;
        foreach (var alarm in Alarms.Where(alarm => alarm.Signal.Condition is SignalCondition.Firing).ToList())
            yield return alarm;
    }

    public Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        Asked.Add("names " + string.Join(' ', names.Order(StringComparer.Ordinal)));
        return Task.FromResult<AlarmLookup>(Denied is not null
            ? new AlarmLookup.Unavailable(Denied)
            : new AlarmLookup.Found([.. Alarms.Where(alarm => names.Contains(alarm.Name, StringComparer.Ordinal))]));
    }

    public async IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked.Add("series " + alarm.Name);
        await Task.CompletedTask;
        foreach (var series in Series.GetValueOrDefault(alarm.Name, []))
            yield return series;
    }
}
