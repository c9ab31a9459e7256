using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>CloudWatch as it was last heard, or as a test says.</summary>
internal sealed class ScriptedAlarms : IAlarmInventory
{
    private readonly Dictionary<string, ObservedAlarm> alarms = new(StringComparer.Ordinal);
    private readonly List<ObservedAlarm> series = [];

    /// <summary>Why it may not be asked; null while it may be.</summary>
    public string? Unavailable { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Takes what a signal says for the state of its alarm now; of one time series, of the whole alarm too.</summary>
    public void Publish(Signal signal)
    {
        var whole = signal.Subject.Fingerprint.Text.Split('#')[0];
        if (whole != signal.Subject.Fingerprint.Text)
            series.Add(new ObservedAlarm { Name = signal.Subject.Name, Signal = signal });
        Set(new ObservedAlarm
        {
            Name = signal.Subject.Name,
            Signal = signal with { Subject = signal.Subject with { Fingerprint = new Fingerprint(whole) } },
        });
    }

    /// <summary>Changes what is known of an alarm; null takes it away.</summary>
    public void Change(string name, Func<ObservedAlarm, ObservedAlarm?> change)
    {
        if (change(alarms[name]) is { } changed)
            alarms[name] = changed;
        else
            alarms.Remove(name);
    }

    public Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        lock (alarms)
        {
            Questions++;
            return Task.FromResult<AlarmLookup>(Unavailable is { } why
                ? new AlarmLookup.Unavailable(why)
                : new AlarmLookup.Found([.. names.Where(alarms.ContainsKey).Select(name => alarms[name])]));
        }
    }

    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var alarm in alarms.Values.Where(alarm => alarm.Signal.Condition is SignalCondition.Firing))
            yield return alarm;
    }

    public async IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var each in series.Where(each => each.Name == alarm.Name && each.Signal.Condition is SignalCondition.Firing))
            yield return each;
    }

    private void Set(ObservedAlarm alarm)
    {
        lock (alarms)
            alarms[alarm.Name] = alarm;
    }
}
