using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Tests.Reacting;

/// <summary>CloudWatch in the state of the last signal, or as scripted.</summary>
internal sealed class ScriptedAlarms : IAlarmInventory
{
    private readonly Dictionary<string, ObservedAlarm> alarms = new(StringComparer.Ordinal);
    private readonly List<ObservedAlarm> series = [];

    /// <summary>The reason why it is unavailable; null if it is available.</summary>
    public string? Unavailable { get; set; }

    /// <summary>The number of requests.</summary>
    public int Questions { get; private set; }

    /// <summary>Sets the alarm to the state of a signal; a contributor's signal also sets the whole alarm.</summary>
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

    /// <summary>Changes the state of an alarm; a result of null deletes it.</summary>
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
