using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A firing signal soon after the end reopens the incident, a later one opens a new incident, and one from before the end does
/// neither. An incident that its source resolved ended at the source's time, and an undoing act ends nothing that happened after
/// it.
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
        // The alarm was deleted, the instance was terminated, or a sweep found no such alarm.
        if (after.Incident is { IsActive: false, Id: var id }
            && (known is { Meaning: EventMeaning.Deleted or EventMeaning.Terminated }
                || after.Last.Reason is DecisionReason.SourceGone))
        {
            final.Add(id);
        }
    }

    private void Look(Slot? before, Slot after, EventAccount account)
    {
        if (account.Meaning is EventMeaning.Firing && before?.Active is null)
            Begins(before?.Incident, after.Incident, account);
        else if (before?.Active is { } lasted && after.Active is null)
            Ends(lasted, after, account);
        // A slot whose time to live expired has no memory.
        var known = before is null ? DateTimeOffset.MinValue : newest.GetValueOrDefault(after.Fingerprint.Text);
        if (account is { Actor: not null, Meaning: EventMeaning.Firing })
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

/// <summary>An incident's severity is the highest of its signals.</summary>
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
        if (account.Meaning is EventMeaning.Firing && (!worst.TryGetValue(incident.Id, out var known) || severity > known))
            worst[incident.Id] = severity;
        if (worst.TryGetValue(incident.Id, out var expected) && incident.Severity != expected)
            Broken($"{incident.Id} is {incident.Severity} after {account}, which is {severity}; the worst was {expected}");
    }
}
