using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Tests;

/// <summary>Small sample signals and slots.</summary>
internal static class Sample
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public static Subject Subject(
        string name = "order-cpu", SignalKind kind = SignalKind.Cpu, SignalSource source = SignalSource.Alarm,
        params (string Name, string Value)[] labels) => new()
        {
            Fingerprint = new Fingerprint($"alarm/{name}"),
            Source = source,
            Kind = kind,
            Name = name,
            Title = $"{name} is in trouble",
            Account = "123456789012",
            Region = "eu-central-1",
            Labels = LabelSet.From(labels.Select(label => KeyValuePair.Create(label.Name, label.Value))),
        };

    public static Signal Signal(
        SignalCondition condition = SignalCondition.Firing, int minute = 0, string? id = null,
        SignalNature nature = SignalNature.State, Subject? subject = null) => new()
        {
            Id = id
                ?? StableHash.Compute(condition.ToString(), minute.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            EventId = $"event-{minute}",
            OccurredAt = Noon.AddMinutes(minute),
            Condition = condition,
            Nature = nature,
            Subject = subject ?? Subject(),
            Reason = "Threshold Crossed",
        };

    /// <summary>The slot after these signals, each decided on the current slot.</summary>
    public static Slot? After(params Signal[] signals)
    {
        Slot? slot = null;
        foreach (var signal in signals)
            slot = Decide(slot, signal).Write?.Apply(slot) ?? slot;
        return slot;
    }

    public static Decision Decide(Slot? slot, Signal signal, Severity severity = Severity.High) =>
        Lifecycle.Decide(slot, signal, severity, new LifecycleOptions(), Noon.AddDays(1));
}
