using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Incidents;

/// <summary>The result of an operator's action.</summary>
public abstract record OperatorResult
{
    private OperatorResult()
    {
    }

    /// <summary>The action is recorded, by this call or by an earlier one of the same operator.</summary>
    /// <param name="Incident">The incident now.</param>
    public sealed record Done(Incident Incident) : OperatorResult;

    /// <summary>Another operator acknowledged the incident first.</summary>
    /// <param name="Incident">The incident, with who and when.</param>
    public sealed record Taken(Incident Incident) : OperatorResult;

    /// <summary>The incident has ended.</summary>
    /// <param name="Incident">The incident with the time of its end; null if another followed it or it has expired.</param>
    /// <param name="Reason">Why it ended.</param>
    public sealed record Ended(Incident? Incident, DecisionReason? Reason) : OperatorResult;

    /// <summary>The source still reports the incident, and the note does not say why it is resolved all the same.</summary>
    public sealed record NoteMissing : OperatorResult;
}

/// <summary>Carries out the actions of operators. A lost race is decided again with the actual slot.</summary>
/// <param name="slots">The slots.</param>
/// <param name="time">The clock.</param>
public sealed class OperatorDesk(ISlotStore slots, TimeProvider time)
{
    // Each refusal means that somebody else changed the slot, so the limit is beyond any real race.
    private const int MaxRefusals = 100;

    /// <summary>Carries out an action.</summary>
    /// <param name="fingerprint">The fingerprint of the incident.</param>
    /// <param name="incidentId">The incident that the operator saw.</param>
    /// <param name="action">The action. A repeated one with the same id changes nothing.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task<OperatorResult> ActAsync(
        Fingerprint fingerprint, string incidentId, OperatorAction action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        var slot = await slots.ReadAsync(fingerprint, cancellationToken);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            if (NeedsNote(slot, incidentId, action))
                return new OperatorResult.NoteMissing();
            var decision = OperatorActions.Decide(slot, incidentId, action, time.GetUtcNow());
            if (decision.Write is null)
                return ResultOf(slot, incidentId, action, decision.Reason);
            switch (await slots.WriteAsync(decision.Write, cancellationToken))
            {
                case SlotWritten written:
                    return new OperatorResult.Done(written.Slot.Incident!);
                case SlotRefused refused:
                    slot = refused.Current;
                    break;
            }
        }

        throw new InvalidOperationException($"others changed the slot of {fingerprint} {MaxRefusals} times in between");
    }

    // An act is over when it has happened; a state lasts until its source reports its end.
    private static bool NeedsNote(Slot? slot, string incidentId, OperatorAction action) =>
        action is { Verb: OperatorVerb.Resolve, Note: "" }
        && slot?.Active is { Acts: null } incident && incident.Id == incidentId;

    private static OperatorResult ResultOf(Slot? slot, string incidentId, OperatorAction action, DecisionReason reason)
    {
        if (slot?.Incident is not { } incident || incident.Id != incidentId)
            return new OperatorResult.Ended(null, null);
        if (reason is DecisionReason.Duplicate)
            return new OperatorResult.Done(incident);
        if (!incident.IsActive && EndedBy(slot, action))
            return new OperatorResult.Done(incident);
        if (!incident.IsActive)
            return new OperatorResult.Ended(incident, slot.Last.Reason);
        return incident.AcknowledgedBy == InertText.Shorten(action.Who, SubjectLimits.LabelValue)
            ? new OperatorResult.Done(incident)
            : new OperatorResult.Taken(incident);
    }

    // The words of the end begin with the operator: «kim» or «kim: reason».
    private static bool EndedBy(Slot slot, OperatorAction action) =>
        action.Verb is OperatorVerb.Resolve && slot.Last is { Reason: DecisionReason.ResolvedByPerson } last
        && (last.Description == action.Who || last.Description.StartsWith($"{action.Who}: ", StringComparison.Ordinal));
}
