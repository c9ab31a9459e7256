using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Records alarms that CloudWatch shows but that sent no event. The signals have the ids of the missed events, so that a late
/// event is a duplicate.
/// </summary>
internal sealed class MissedAlarms(
    ISlotStore slots, SignalIntake intake, IntakeObserver observer, WatchkeeperConfiguration configuration, TimeProvider time)
{
    // An alarm that was read once need not be read each minute. The next sweeps read the remaining alarms.
    private const int MaxReads = 100;
    private const int MaxKnown = 10_000;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> topics = configuration.Receivers.Values.SelectMany(receiver => receiver.Channels)
        .Where(channel => channel.Kind is ChannelKind.Sns).Select(channel => channel.Address)
        .Concat(configuration.OwnTopics).ToHashSet(StringComparer.Ordinal);

    /// <summary>The alarms that have fired for a while without an incident and that this process has not read yet.</summary>
    public IReadOnlyList<Signal> Among(AlarmView view, IReadOnlyCollection<Slot> active, DateTimeOffset now)
    {
        var open = active.Select(slot => slot.Fingerprint.Text).ToHashSet(StringComparer.Ordinal);
        open.UnionWith(OverOpenSeries(view, active));
        return
        [
            .. view.Limits,
            .. view.Firing.Where(alarm => !ScalingAlarm.IsOne(alarm.Name, alarm.Actions) && !IsOwn(alarm))
                .Select(alarm => alarm.Signal)
                .Where(signal => now - signal.OccurredAt >= configuration.Lifecycle.SettleTime
                    && !open.Contains(signal.Subject.Fingerprint.Text) && !known.Contains(signal.Id))
                .Take(MaxReads),
        ];
    }

    // If an alarm's time series have incidents, the alarm as a whole adds nothing. A name may itself contain «#».
    private static IEnumerable<string> OverOpenSeries(AlarmView view, IReadOnlyCollection<Slot> active)
    {
        var names = view.Firing.Select(alarm => alarm.Name).ToHashSet(StringComparer.Ordinal);
        return active.Where(slot => AlarmIdentity.From(slot.Fingerprint) is { Names: [var whole, _] } && !names.Contains(whole))
            .Select(slot => slot.Fingerprint.Text[..slot.Fingerprint.Text.LastIndexOf('#')]);
    }

    /// <summary>Records a signal unless the store has a signal as recent. False if nothing changed.</summary>
    public async Task<bool> RecordAsync(Signal signal, CancellationToken cancellationToken)
    {
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

    // Alarms on Watchkeeper itself notify its topic directly. As incidents they would trigger each other.
    private bool IsOwn(ObservedAlarm alarm) => alarm.Actions.Any(topics.Contains);
}
