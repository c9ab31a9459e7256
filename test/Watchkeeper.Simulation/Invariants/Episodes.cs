using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Trouble soon after the end is the same incident again, later trouble is a new one, and what happened before the end is no
/// trouble any more. An incident that its source ended was over when the source says, and what undoes an act ends nothing that
/// came after it.
/// </summary>
internal sealed class Episodes : Invariant
{
    private readonly KnownActs acts = new();
    private readonly HashSet<string> final = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> newest = new(StringComparer.Ordinal);

    public override string Name => "I3 episodes";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        var known = World.Accounts.ById(after.Last.EventId);
        if (known is { } account)
            Look(before, after, account);
        acts.Take(after, known);
        // The alarm was deleted or the instance terminated, or a sweep found no such alarm.
        if (after.Incident is { IsActive: false, Id: var id }
            && (known is { Saying: Saying.Gone or Saying.Ended } || after.Last.Reason is DecisionReason.SourceGone))
        {
            final.Add(id);
        }
    }

    private void Look(Slot? before, Slot after, EventAccount account)
    {
        if (account.Saying is Saying.Firing && before?.Active is null)
            Begins(before?.Incident, after.Incident, account);
        else if (before?.Active is { } lasted && after.Active is null)
            Ends(lasted, after, account);
        // A slot that its time to live took away knows nothing of what was before.
        var known = before is null ? DateTimeOffset.MinValue : newest.GetValueOrDefault(after.Fingerprint.Text);
        if (account is { Actor: not null, Saying: Saying.Firing })
            newest[after.Fingerprint.Text] = account.At > known ? account.At : known;
    }

    private void Ends(Incident lasted, Slot after, EventAccount account)
    {
        if (after.Incident?.ResolvedAt != account.At)
            Broken($"{lasted.Id} ended with {account} and says {after.Incident?.ResolvedAt:O}");
        if (account.Actor is not null && account.At < newest.GetValueOrDefault(after.Fingerprint.Text))
            Broken($"{account} ended {lasted.Id}, and at {newest[after.Fingerprint.Text]:O} it was done again");
    }

    private void Begins(Incident? over, Incident? now, EventAccount account)
    {
        var since = account.At - (over?.ResolvedAt ?? DateTimeOffset.MinValue);
        var isOver = over is not null && final.Contains(over.Id);
        var isLate = over is not null && !isOver && !account.IsState && since <= TimeSpan.Zero && !acts.IsNews(over.Id, account);
        var isBack = over is not null && !isOver && !isLate && since <= World.Configuration.Lifecycle.ReopenWindow;
        var isSame = over is not null && over.Id == now?.Id;
        var isRight = isLate ? isSame && !now!.IsActive
            : isBack ? isSame && now is { IsActive: true, AcknowledgedBy: null } && now.Reopenings == over!.Reopenings + 1
            : !isSame && now is { IsActive: true, Signals: 1, Reopenings: 0 } && now.OpenedAt == account.At;
        if (!isRight)
        {
            Broken($"{account}, {since} after the end of {over?.Id ?? "nothing"}, led to {now?.Id ?? "nothing"}: {now?.Status}, "
                + $"{now?.Reopenings} times reopened");
        }
    }
}

/// <summary>An incident is as bad as the worst that was taken into it.</summary>
internal sealed class WorstSeverity : Invariant
{
    private readonly Dictionary<string, Severity> worst = new(StringComparer.Ordinal);

    public override string Name => "I3 worst severity";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Incident is not { } incident
            || World.Accounts.ById(after.Last.EventId) is not { Severity: { } severity } account)
        {
            return;
        }
        if (account.Saying is Saying.Firing && (!worst.TryGetValue(incident.Id, out var known) || severity > known))
            worst[incident.Id] = severity;
        if (worst.TryGetValue(incident.Id, out var expected) && incident.Severity != expected)
            Broken($"{incident.Id} is {incident.Severity} after {account}, which is {severity}; the worst was {expected}");
    }
}
