using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// CloudWatch's alarms as they are, whether or not an event arrives: CloudWatch delivers events on a best effort basis.
/// </summary>
internal sealed class CloudWatch(World world)
{
    private readonly SortedDictionary<string, EventAccount> alarms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> deleted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> dataless = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> still = new(StringComparer.Ordinal);
    private readonly Dictionary<EventAccount, Signal> shown = new(ReferenceEqualityComparer.Instance);

    /// <summary>The newest state of each existing alarm that has one.</summary>
    public IReadOnlyCollection<EventAccount> Alarms => alarms.Values;

    public EventAccount? Find(string name) => alarms.GetValueOrDefault(name);

    /// <summary>Whether an alarm is in ALARM.</summary>
    public bool IsFiring(EventAccount alarm) => alarm.Meaning is EventMeaning.Firing && !dataless.ContainsKey(alarm.Subject);

    /// <summary>Since when, by the world's clock, the alarm has not been in ALARM; null while it is.</summary>
    public DateTimeOffset? StillSince(string name) => still.TryGetValue(name, out var since) ? since : null;

    /// <summary>Since when the alarm has had no data; null if it has data.</summary>
    public DateTimeOffset? WithoutDataSince(EventAccount alarm) =>
        dataless.TryGetValue(alarm.Subject, out var since) ? since : alarm.Meaning is EventMeaning.NoData ? alarm.At : null;

    /// <summary>Changes the state of an alarm; the newest state counts, in whatever order the events arrive.</summary>
    public void Observe(EventAccount account)
    {
        if (account.Meaning is EventMeaning.Deleted)
        {
            if (alarms.TryGetValue(account.Subject, out var newer) && newer.At > account.At)
                return;
            alarms.Remove(account.Subject);
            still.TryAdd(account.Subject, world.Agenda.Now);
            deleted[account.Subject] = account.At;
            return;
        }

        // A late event of the deleted alarm.
        if (deleted.TryGetValue(account.Subject, out var end) && account.At <= end)
            return;
        // A repeated event: an alarm that has lost its data since still has none.
        if (alarms.TryGetValue(account.Subject, out var known)
            && (IsOlder(account, known) || account.ObservationId == known.ObservationId))
        {
            return;
        }

        alarms[account.Subject] = account;
        dataless.Remove(account.Subject);
        // A late event from before the instance was terminated.
        if (account.Meaning is not EventMeaning.NoData
            && ended.TryGetValue(Workload.Sources.InstanceOf(account.Subject), out var since) && account.At <= since)
        {
            dataless[account.Subject] = since;
        }
        if (IsFiring(account))
            still.Remove(account.Subject);
        else
            still.TryAdd(account.Subject, world.Agenda.Now);
    }

    /// <summary>Terminates an instance: alarms on its metrics have no data from now on, and no event reports that here.</summary>
    public void LoseData(string instance, DateTimeOffset at)
    {
        ended[instance] = at;
        foreach (var alarm in alarms.Values)
        {
            if (alarm.Meaning is EventMeaning.NoData || Workload.Sources.InstanceOf(alarm.Subject) != instance)
                continue;
            dataless.TryAdd(alarm.Subject, at);
            still.TryAdd(alarm.Subject, world.Agenda.Now);
        }
    }

    public ObservedAlarm Show(EventAccount alarm)
    {
        if (!shown.TryGetValue(alarm, out var signal))
            shown[alarm] = signal = Read(alarm);
        if (dataless.TryGetValue(alarm.Subject, out var since))
        {
            signal = signal with
            {
                Id = StableHash.Compute("dataless", signal.Id),
                Condition = SignalCondition.NoData,
                OccurredAt = since,
            };
        }
        return new ObservedAlarm { Name = alarm.Subject, Signal = signal };
    }

    private Signal Read(EventAccount alarm)
    {
        var reading = (SignalParseResult.Accepted)AlarmEvents.Read(alarm.Payload, world.Agenda.Now + TimeSpan.FromDays(1))[0];
        return reading.Signal with { EventId = alarm.ObservationId!, Mute = null };
    }

    private static bool IsOlder(EventAccount one, EventAccount other) =>
        one.At < other.At || (one.At == other.At && string.CompareOrdinal(one.ObservationId, other.ObservationId) < 0);
}

/// <summary>CloudWatch across a process's boundary.</summary>
internal sealed class BoundaryAlarmInventory(CloudWatch cloudWatch, IBoundary boundary) : IAlarmInventory
{
    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var firing = await boundary.CallAsync(
            "alarms.list", "", () => cloudWatch.Alarms.Where(cloudWatch.IsFiring).Select(cloudWatch.Show).ToList(), null,
            cancellationToken);
        foreach (var alarm in firing)
            yield return alarm;
    }

    public Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        boundary.CallAsync<AlarmLookup>(
            "alarms.find",
            string.Join(' ', names.Take(3)),
            () => new AlarmLookup.Found([.. names.Select(cloudWatch.Find).OfType<EventAccount>().Select(cloudWatch.Show)]),
            null,
            cancellationToken);

    public async IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}
