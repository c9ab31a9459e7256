using System.Globalization;
using CsCheck;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>An operation on a slot.</summary>
public enum SlotAct
{
    /// <summary>A firing state arrives.</summary>
    Firing,

    /// <summary>A resolved state arrives.</summary>
    Resolved,

    /// <summary>A state without data arrives.</summary>
    NoData,

    /// <summary>An event arrives.</summary>
    Event,

    /// <summary>A person acknowledges the incident.</summary>
    Acknowledge,

    /// <summary>A person resolves it.</summary>
    Resolve,

    /// <summary>The slot is read.</summary>
    Read,
}

/// <summary>A decision on the slot that the client saw last, and its write.</summary>
/// <param name="Act">The operation.</param>
/// <param name="Minute">When it happened. Signals of one operation and minute are one signal, delivered twice.</param>
/// <param name="Severity">The signal's severity.</param>
public sealed record SlotStep(SlotAct Act, int Minute, Severity Severity)
{
    /// <summary>Any step; minutes inside and outside the window for reopening.</summary>
    public static Gen<SlotStep> Any { get; } = Gen.Select(
        Gen.Enum<SlotAct>(),
        Gen.OneOf(0, 1, 2, 3, 4, 20, 21),
        Gen.OneOf(Severity.High, Severity.High, Severity.Critical),
        (act, minute, severity) => new SlotStep(act, minute, severity));
}

/// <summary>One call: a write; a read if there is none.</summary>
public sealed record SlotRequest(SlotWrite? Write)
{
    /// <inheritdoc/>
    public override string ToString() => Write switch
    {
        SlotPut whole => FormattableString.Invariant($"{whole.Next.Last.Reason} in place of version {whole.Expected}"),
        SlotUpdate update => FormattableString.Invariant($"{update.Last.Reason} by an update of {update.Last.OccurredAt:HH:mm}"),
        _ => "read",
    };
}

/// <summary>The answer to a call.</summary>
/// <param name="Written">Whether it changed the slot.</param>
/// <param name="Slot">The slot after the call.</param>
public sealed record SlotAnswer(bool Written, Slot? Slot)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var incident = FormattableString.Invariant($"{Slot?.Incident?.Status} with {Slot?.Incident?.Signals} signals");
        return $"{(Written ? "written" : "is")} version {Slot?.Version}, {Slot?.Last.Reason}, {incident}";
    }
}

/// <summary>A client of one slot, which decides on what it saw last, however old that is.</summary>
public sealed class SlotClient(
    ISlotStore store, string alarm, int number, History<SlotRequest, SlotAnswer> history, CancellationToken cancellationToken)
    : IClient<SlotStep>
{
    private static readonly LifecycleOptions Options = new();
    private bool looked;
    private Slot? seen;

    /// <summary>The sequential model of a slot store: the core's rules for each write.</summary>
    public static (Slot? State, SlotAnswer Answer) Model(Slot? slot, SlotRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Write is not { } write || !write.Holds(slot))
            return (slot, new SlotAnswer(false, slot));
        var next = write.Apply(slot);
        return (next, new SlotAnswer(true, next));
    }

    /// <inheritdoc/>
    public Task TakeAsync(SlotStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Act is SlotAct.Read)
            return LookAsync();
        return Decide(step).Write is { } write ? AskAsync(write) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task LookAsync() => AskAsync(null);

    private async Task AskAsync(SlotWrite? write)
    {
        var answer = await history.AskAsync(number, new SlotRequest(write), () => SendAsync(write));
        (looked, seen) = (true, answer.Slot);
    }

    private async Task<SlotAnswer> SendAsync(SlotWrite? write) => write is null
        ? new SlotAnswer(false, await store.ReadAsync(Orders.Subject(alarm).Fingerprint, cancellationToken))
        : await store.WriteAsync(write, cancellationToken) switch
        {
            SlotWritten written => new SlotAnswer(true, written.Slot),
            SlotRefused refused => new SlotAnswer(false, refused.Current),
            var other => throw new InvalidOperationException($"{other} is no answer"),
        };

    private Decision Decide(SlotStep step)
    {
        if (step.Act is SlotAct.Acknowledge or SlotAct.Resolve)
        {
            var verb = step.Act is SlotAct.Acknowledge ? OperatorVerb.Acknowledge : OperatorVerb.Resolve;
            var id = step.Minute.ToString(CultureInfo.InvariantCulture);
            return OperatorActions.Decide(
                seen, seen?.Incident?.Id ?? "", new OperatorAction(id, verb, "kim"), Orders.Now(step.Minute));
        }

        var signal = Orders.Signal(ConditionOf(step.Act), step.Minute, alarm, NatureOf(step.Act));
        return looked
            ? OptimisticWrite.DecideKnowing(seen, signal, step.Severity, Options, Orders.Now(step.Minute))
            : OptimisticWrite.Decide(OptimisticWrite.For(signal, null), signal, step.Severity, Options, Orders.Now(step.Minute));
    }

    private static SignalNature NatureOf(SlotAct act) => act is SlotAct.Event ? SignalNature.Event : SignalNature.State;

    private static SignalCondition ConditionOf(SlotAct act) => act switch
    {
        SlotAct.Resolved => SignalCondition.Resolved,
        SlotAct.NoData => SignalCondition.NoData,
        _ => SignalCondition.Firing,
    };
}
