using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Takes in what CloudWatch shows and no event told: its signals have the ids that the events would have had, so that an event that comes
/// after all is a duplicate.
/// </summary>
public sealed class MissedAlarms(
    ISlotStore slots, SignalIntake intake, IIntakeObserver observer, WatchkeeperConfiguration configuration, TimeProvider time)
{
    // What was looked at once need not be looked at each minute, and what is left over has its turn later.
    private const int MaxReads = 100;
    private const int MaxKnown = 10_000;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> topics = configuration.Receivers.Values.SelectMany(receiver => receiver.Channels)
        .Where(channel => channel.Kind is ChannelKind.Sns).Select(channel => channel.Address).ToHashSet(StringComparer.Ordinal);

    /// <summary>The alarms that have fired for a while without an incident, as far as this process has not looked at them yet.</summary>
    public IReadOnlyList<Signal> Among(AlarmView view, IReadOnlyCollection<Slot> active, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(view);
        var open = active.Select(slot => slot.Fingerprint.Text).ToHashSet(StringComparer.Ordinal);
        open.UnionWith(OverOpenSeries(view, active));
        return
        [
            .. view.Limits,
            .. view.Firing.Where(alarm => !ScalingAlarm.IsOne(alarm.Name, alarm.Actions) && !IsOwn(alarm)).Select(alarm => alarm.Signal)
                .Where(signal => now - signal.OccurredAt >= configuration.Lifecycle.SettleTime
                    && !open.Contains(signal.Subject.Fingerprint.Text) && !known.Contains(signal.Id))
                .Take(MaxReads),
        ];
    }

    // An alarm whose series have incidents says nothing new as a whole. A name may have a «#» of its own.
    private static IEnumerable<string> OverOpenSeries(AlarmView view, IReadOnlyCollection<Slot> active)
    {
        var names = view.Firing.Select(alarm => alarm.Name).ToHashSet(StringComparer.Ordinal);
        return active.Where(slot => AlarmIdentity.From(slot.Fingerprint) is { Names: [var whole, _] } && !names.Contains(whole))
            .Select(slot => slot.Fingerprint.Text[..slot.Fingerprint.Text.LastIndexOf('#')]);
    }

    /// <summary>Records a signal, unless something as new is known; false where nothing changed.</summary>
    public async Task<bool> RecordAsync(Signal signal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var slot = await slots.ReadAsync(signal.Subject.Fingerprint, cancellationToken);
        var changed = false;
        if (slot is null || SignalOrder.IsNewer(signal.Nature, signal.OccurredAt, signal.Id, slot))
        {
            var recorded = await intake.RecordAsync(signal, slot, cancellationToken);
            observer.Recorded(recorded, time.GetUtcNow());
            changed = Outcomes.For(recorded.Reason) is Outcome.Recorded;
        }

        if (known.Count == MaxKnown)
            known.Clear();
        known.Add(signal.Id);
        return changed;
    }

    // Alarms on Watchkeeper itself speak to its topic, past it: as incidents they would set each other off.
    private bool IsOwn(ObservedAlarm alarm) => alarm.Actions.Any(topics.Contains);
}
