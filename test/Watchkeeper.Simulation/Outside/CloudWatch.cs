using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Events;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;

namespace Watchkeeper.Simulation.Outside;

/// <summary>CloudWatch's alarms: each in the newest state that it ever told of, whether that was heard or not.</summary>
internal sealed class CloudWatch
{
    private readonly SortedDictionary<string, ObservedAlarm> alarms = new(StringComparer.Ordinal);

    public IEnumerable<ObservedAlarm> Firing => alarms.Values.Where(alarm => alarm.Signal.Condition is SignalCondition.Trouble);

    /// <summary>An alarm tells of a state.</summary>
    public void Tell(EventAccount account)
    {
        if (account.Function is not FunctionName.AlarmFunction
            || AlarmEvents.Read(account.Payload, account.At.AddHours(1)) is not [Reading.Accepted { Signal: var signal }])
            return;
        var name = signal.Subject.Name;
        if (!alarms.TryGetValue(name, out var known) || Order(known.Signal).CompareTo(Order(signal)) < 0)
            alarms[name] = new ObservedAlarm { Name = name, Signal = signal };
    }

    public AlarmAnswer Find(IReadOnlyCollection<string> names) =>
        new AlarmAnswer.Found([.. names.Where(alarms.ContainsKey).Select(name => alarms[name])]);

    private static (DateTimeOffset, string) Order(Signal signal) => (signal.OccurredAt, signal.Id);
}

/// <summary>CloudWatch over a process's boundary.</summary>
internal sealed class CloudWatchPort(CloudWatch alarms, IBoundary boundary) : IAlarmInventory
{
    public Task<AlarmAnswer> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        boundary.CallAsync("alarms.find", string.Join(',', names), () => alarms.Find(names), null, cancellationToken);

    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var alarm in await boundary.CallAsync("alarms.list", "", () => alarms.Firing.ToArray(), null, cancellationToken))
            yield return alarm;
    }

    public IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(ObservedAlarm alarm, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ObservedAlarm>();
}
