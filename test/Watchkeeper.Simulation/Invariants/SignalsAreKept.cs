using Watchkeeper.Detections;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Each change that a signal caused keeps the signal whole, in the slot and in the timeline, and can be decided again from it.
/// Each decision says under which configuration it was made.
/// </summary>
internal sealed class SignalsAreKept : Invariant
{
    private static readonly SignalParser Trail = SignalParsers.Trail(DetectionCatalogue.CreateMatcher([]));

    private readonly Dictionary<(string EventId, string SignalId, DateTimeOffset At), IncidentChange> kept = [];

    private readonly HashSet<(FunctionName, string?)> known = [];

    public override string Name => "I1 signals are kept";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (!IsVersioned(after.Last))
            Broken($"{after.Last.EventId} changed {after.Fingerprint} under «{after.Last.Configuration}»");
        if (after.Last is not { Signal: { } signal } change)
        {
            if (Sent(after.Last.EventId, after.Last.SignalId) is not null)
                Broken($"the change of {after.Fingerprint} by {after.Last.EventId} keeps no signal");
            return;
        }

        kept[(change.EventId, change.SignalId, change.RecordedAt)] = change;
        if (Sent(change.EventId, change.SignalId) is { } sent
            && SubjectLimits.Bound(World.Configuration.Services.Assign(sent.Signal)) is var said
            && (sent.Counted is null ? signal != said && signal != AsDescribed(said) : Uncounted(signal) != Uncounted(said)))
        {
            Broken($"of {said}, {after.Fingerprint} keeps {signal}");
        }

        var again = Lifecycle.Decide(
            before, signal with { Trace = change.Trace }, change.Severity!.Value,
            World.Configuration.Lifecycle with { Version = change.Configuration }, change.RecordedAt);
        if (again.Write?.Apply(before) != after)
            Broken($"decided again, {change.EventId} makes {again.Write?.Apply(before)} of {before}, and not {after}");
    }

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (before is null && after.Entry.Change is { } change
            && kept.TryGetValue((change.EventId, change.SignalId, change.RecordedAt), out var said)
            && (change.Signal != said.Signal || change.Configuration != said.Configuration))
        {
            Broken($"of {said}, the entry {after.Entry.Key} of {after.Entry.Incident.Id} keeps {change}");
        }
    }

    // Operators decide under no configuration. Any function may see that a resource is gone.
    private bool IsVersioned(IncidentChange change) => change switch
    {
        { Reason: DecisionReason.Acknowledged or DecisionReason.Commented or DecisionReason.ResolvedByPerson } =>
            change.Configuration is null,
        { Signal: { Condition: SignalCondition.Gone } } =>
            IsOf(FunctionName.AlarmFunction, change) || IsOf(FunctionName.TrailFunction, change),
        { Signal.Subject.Source: SignalSource.Trail } => IsOf(FunctionName.TrailFunction, change),
        _ => IsOf(FunctionName.AlarmFunction, change),
    };

    private bool IsOf(FunctionName function, IncidentChange change)
    {
        if (known.Contains((function, change.Configuration)))
            return true;
        if (!World.IsVersionOf(function, change.Configuration))
            return false;
        known.Add((function, change.Configuration));
        return true;
    }

    // What the event says, from its own bytes. Null: it makes no signal by itself, or the sweep saw what it would have said.
    private SignalParseResult.Accepted? Sent(string eventId, string signalId)
    {
        if (World.Accounts.ById(eventId) is not { Function: FunctionName.AlarmFunction or FunctionName.TrailFunction } account
            || account.Id != eventId)
        {
            return null;
        }

        var read = account.Function is FunctionName.AlarmFunction ? SignalParsers.Alarm : Trail;
        return read(account.Payload, World.Agenda.Now.AddYears(1)).OfType<SignalParseResult.Accepted>()
            .FirstOrDefault(accepted => accepted.Signal.Id == signalId);
    }

    // A sweep may see first what an event without an envelope says later, under the same id: CloudWatch describes no data points.
    private static Signal AsDescribed(Signal signal) => signal with
    {
        Measurement = signal.Measurement is null ? null : signal.Measurement with { Value = null, Points = DataPoints.None },
    };

    // Counting adds how many there were.
    private static Signal Uncounted(Signal signal) => signal with
    {
        Reason = "",
        Subject = signal.Subject with
        {
            Labels = signal.Subject.Labels.With(SubjectLabels.Count, "").With(SubjectLabels.CountOf, "")
                .With(SubjectLabels.CountMinutes, ""),
        },
    };
}
