using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>The alarms that CloudWatch has shown so far, indexed to find the standing of an incident's alarm.</summary>
internal sealed class ShownAlarms
{
    private readonly Dictionary<string, ObservedAlarm> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Signal> byFingerprint = new(StringComparer.Ordinal);
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private readonly HashSet<string> listedSeries = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ObservedAlarm>.Builder firing = ImmutableArray.CreateBuilder<ObservedAlarm>();

    public ImmutableArray<ObservedAlarm> Firing => firing.ToImmutable();

    public ObservedAlarm this[string name] => byName[name];

    public void Add(ObservedAlarm alarm)
    {
        byName[alarm.Name] = alarm;
        byFingerprint[alarm.Signal.Subject.Fingerprint.Text] = alarm.Signal;
        if (alarm.Signal.Condition is SignalCondition.Firing)
            firing.Add(alarm);
    }

    /// <summary>Adds existing alarms whose state is unknown.</summary>
    public void AddUnreadable(IEnumerable<string> names) => unreadable.UnionWith(names);

    public void AddSeries(string name, ObservedAlarm series)
    {
        listedSeries.Add(name);
        byFingerprint[series.Signal.Subject.Fingerprint.Text] = series.Signal;
        firing.Add(series);
    }

    public bool Has(Fingerprint fingerprint) => byFingerprint.ContainsKey(fingerprint.Text);

    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>Firing alarms with an incident on at least one time series. Each minute starts with another alarm.</summary>
    public IEnumerable<string> OverManySeries(IEnumerable<AlarmIdentity> asked, DateTimeOffset now)
    {
        List<string> names =
        [
            .. asked.Where(alarm => !Has(alarm.Name)).Select(alarm => alarm.Names[^1]).Distinct(StringComparer.Ordinal)
                .Where(name => byName.TryGetValue(name, out var alarm) && alarm.Signal.Condition is SignalCondition.Firing)
                .Order(StringComparer.Ordinal),
        ];
        var first = names.Count == 0 ? 0 : (int)(now.ToUnixTimeSeconds() / 60 % names.Count);
        foreach (var name in names.Skip(first).Concat(names.Take(first)))
        {
            listedSeries.Add(name);
            yield return name;
        }
    }

    public AlarmStanding Of(Slot slot, AlarmIdentity identity, DateTimeOffset now)
    {
        if (byFingerprint.TryGetValue(slot.Fingerprint.Text, out var signal))
            return new AlarmStanding.Shown(signal);
        if (identity.Names.Any(unreadable.Contains))
            return AlarmStanding.Unanswered;
        if (identity.Names is not [_, var name] || !byName.TryGetValue(name, out var alarm))
            return AlarmStanding.Absent;
        if (alarm.Signal.Condition is SignalCondition.Firing && !listedSeries.Contains(name))
            return AlarmStanding.Unanswered;
        return new AlarmStanding.Shown(Series(slot, alarm.Signal, now));
    }

    // A time series that does not fire is OK, or as unknown as the whole alarm.
    private static Signal Series(Slot slot, Signal alarm, DateTimeOffset now) => alarm with
    {
        Id = StableHash.Compute("series", slot.Fingerprint.Text, slot.Version.ToString(CultureInfo.InvariantCulture)),
        Subject = slot.Incident!.Subject,
        Condition = alarm.Condition is SignalCondition.NoData ? SignalCondition.NoData : SignalCondition.Resolved,
        OccurredAt = alarm.Condition is SignalCondition.NoData ? alarm.OccurredAt : now,
        Reason = alarm.Condition is SignalCondition.Firing ? "" : alarm.Reason,
    };
}
