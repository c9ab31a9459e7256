using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Functions.Reacting;

/// <summary>
/// Runs reactions: writes the ledger row before the call and the outcome after it. If a process ended after the row was started,
/// the reactor verifies the effect by reading and never repeats the call.
/// </summary>
internal sealed class Reactor(
    IReactionLedger ledger, IScaling scaling, IAlarmInventory alarms, WatchkeeperConfiguration configuration, TimeProvider time)
{
    // The reactor proposes again only if another replacement was reserved in the group meanwhile. The group's healthy minimum
    // refuses replacements long before this bound.
    private const int MaxProposals = 16;

    private readonly ReactionOptions options = configuration.Reactions;

    /// <summary>
    /// Reacts to an incident that opens or reopens, or whose mute ends before anybody acknowledged it. CloudWatch likewise runs
    /// an alarm's actions when a mute rule's window ends.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="deadline">The time by which this process has certainly ended.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<ImmutableArray<ReactResult>> ReactAsync(
        StoreChange change, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (options.Mode is ReactionMode.Off || change is not SlotChanged slot || slot.After.Incident is not { } incident)
            return [];
        var isUnmuted = slot.Before?.Active is { Mute: not null } muted && muted.Id == incident.Id
            && incident is { Mute: null, Status: IncidentStatus.Open };
        if (!isUnmuted && Transitions.Between(slot.Before, slot.After) is not (Transition.Opened or Transition.Reopened))
            return [];
        var results = ImmutableArray.CreateBuilder<ReactResult>();
        foreach (var reaction in ReactionCatalogue.All)
        {
            if (reaction.TargetOf(incident) is not { } target)
                continue;
            var step = ReactionRecord.StepFor(reaction, incident, isUnmuted);
            results.Add(await RunAsync(reaction, step, target, slot.After, deadline, cancellationToken));
        }

        return results.ToImmutable();
    }

    private async Task<ReactResult> RunAsync(
        IReaction reaction, string step, ReactionTarget target, Slot slot, DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        var incident = slot.Incident!;
        var known = await ledger.ReadAsync(incident.Id, step, cancellationToken);
        if (known is not null)
            return await ResumeAsync(known, cancellationToken);

        var now = time.GetUtcNow();
        var record = new ReactionRecord
        {
            Incident = incident.Shown(),
            Step = step,
            Reaction = reaction.Name,
            Mode = options.Mode,
            Status = ReactionStatus.Refused,
            PlannedAt = now,
            Trace = slot.Last.Trace,
        };
        if (options.Stopped)
            return await RefuseAsync(record, new Refusal(ReactionRefusal.Stopped), cancellationToken);
        var answer = await AlarmQuestion.AskAsync(alarms, incident, cancellationToken);
        if (ReactionPermission.RefusalFor(incident, answer, configuration.Home) is { } refusal)
            return await RefuseAsync(record, refusal, cancellationToken);
        var facts = await scaling.FindAsync(target, cancellationToken);
        return await ProposeAsync(reaction, target, facts, record, deadline, cancellationToken);
    }

    private async Task<ReactResult> ProposeAsync(
        IReaction reaction, ReactionTarget target, GroupFacts? facts, ReactionRecord record, DateTimeOffset deadline,
        CancellationToken cancellationToken)
    {
        var known = Replacements.None;
        for (var proposals = 0; proposals < MaxProposals; proposals++)
        {
            var proposal = reaction.Propose(target, facts?.With(known, record.PlannedAt), options);
            if (proposal is ReactionProposal.Decline decline)
                return await RefuseAsync(record, decline.Refusal, cancellationToken);
            var planned = record with { Action = ((ReactionProposal.Act)proposal).Action };
            var ready = ToReserve(planned, deadline);
            var reservation = Reservation.For(ready, options, known, ready.PlannedAt);
            switch (await ledger.ReserveAsync(reservation, cancellationToken))
            {
                case ReservationResult.Superseded superseded:
                    known = superseded.Current;
                    break;
                case ReservationResult.AlreadyThere there:
                    return await ResumeAsync(there.Record, cancellationToken);
                case ReservationResult.Refused refused:
                    return await RefuseAsync(planned, new Refusal(refused.Reason), cancellationToken);
                default:
                    return ready.Status is ReactionStatus.WouldDo
                        ? new ReactResult.Finished(ready)
                        : await PerformAsync(ready, cancellationToken);
            }
        }

        return await RefuseAsync(record, new Refusal(ReactionRefusal.GroupBusy), cancellationToken);
    }

    private ReactionRecord ToReserve(ReactionRecord planned, DateTimeOffset deadline) => options.Mode is ReactionMode.Auto
        ? planned with { Status = ReactionStatus.Started, HeldUntil = deadline }
        : planned with { Status = ReactionStatus.WouldDo, FinishedAt = planned.PlannedAt };

    private async Task<ReactResult> PerformAsync(ReactionRecord record, CancellationToken cancellationToken) =>
        await ReactionCall.MakeAsync(
            scaling, record.Action!, record.HeldUntil ?? time.GetUtcNow(), time, cancellationToken) switch
        {
            PerformResult.Accepted => await FinishAsync(record, ReactionStatus.Done, "", cancellationToken),
            PerformResult.Rejected rejected =>
                await FinishAsync(record, ReactionStatus.Failed, rejected.Reason, cancellationToken),
            PerformResult.NoAnswer silence => await VerifyAsync(record, silence.Reason, cancellationToken),
            _ => throw new InvalidOperationException("the call came to no result"),
        };

    private async Task<ReactResult> ResumeAsync(ReactionRecord known, CancellationToken cancellationToken)
    {
        if (known.Status is not ReactionStatus.Started)
            return new ReactResult.Known(known);
        return known.HeldUntil > time.GetUtcNow()
            ? new ReactResult.HeldElsewhere(known.HeldUntil.Value)
            : await VerifyAsync(known, "the process that started it ended before it knew the outcome", cancellationToken);
    }

    private async Task<ReactResult> VerifyAsync(ReactionRecord record, string why, CancellationToken cancellationToken) =>
        await ReactionEvidence.IsThereAsync(record.Action!, scaling, cancellationToken)
            ? await FinishAsync(record, ReactionStatus.Done, $"{why}; its effect is there", cancellationToken)
            : await FinishAsync(record, ReactionStatus.Unknown, $"{why}; its effect is not to be seen", cancellationToken);

    private async Task<ReactResult> FinishAsync(
        ReactionRecord record, ReactionStatus status, string detail, CancellationToken cancellationToken)
    {
        var finished = record with { Status = status, Detail = detail, HeldUntil = null, FinishedAt = time.GetUtcNow() };
        return await ledger.FinishAsync(finished, cancellationToken)
            ? new ReactResult.Finished(finished)
            : new ReactResult.Known(record);
    }

    private async Task<ReactResult> RefuseAsync(ReactionRecord record, Refusal refusal, CancellationToken cancellationToken)
    {
        var refused = record with { Refusal = refusal.Reason, Detail = refusal.Detail, FinishedAt = record.PlannedAt };
        return await ledger.RecordAsync(refused, cancellationToken)
            ? new ReactResult.Finished(refused)
            : new ReactResult.Known(refused);
    }
}
