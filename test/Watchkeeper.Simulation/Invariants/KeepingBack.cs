using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Whatever is kept back has a reason that held when it was decided: a silence that somebody made, a window, or another incident
/// that fired. A process may have decided a minute before it writes.
/// </summary>
internal sealed class KeptBackForAReason : Invariant
{
    // The time limit of a process, and the ages of what it remembers.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(135);

    private readonly Dictionary<string, (Firing Firing, DateTimeOffset? Ended)> fired = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Incident, string Key, int Delivery), Suppression> known = [];
    private readonly HashSet<string> reasons = new(StringComparer.Ordinal);

    public override string Name => "I14 kept back for a reason";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (before?.Active is { } former && former.Id != after.Active?.Id)
            fired[former.Id] = (Firing.From(former), World.Agenda.Now);
        if (after.Active is { } active)
            fired[active.Id] = (Firing.From(active), null);
    }

    public override void Claimed(NotificationRecord? before, NotificationRecord after) => Check(after);

    public override void Recorded(NotificationRecord record) => Check(record);

    public override void Settled(NotificationRecord before, NotificationRecord after) => Check(after);

    private void Check(NotificationRecord record)
    {
        foreach (var (at, delivery) in record.Deliveries.Index())
        {
            var place = (record.Entry.Incident.Id, record.Entry.Key, at);
            // The time that it takes to recover follows the reason, and is none.
            if (delivery.Suppression is not { } suppression
                || (known.TryGetValue(place, out var before) && before with { Until = suppression.Until } == suppression))
            {
                continue;
            }

            known[place] = suppression;
            var held = Held(record, suppression);
            reasons.Add(suppression.By);
            if (!held)
                Broken($"{place} by {delivery.Channel.Kind} is kept back by {suppression}, which did not hold");
        }
    }

    private bool Held(NotificationRecord record, Suppression suppression)
    {
        // The end of an incident repeats what kept its beginning back, however long ago and however severe it was then.
        if (!SuppressedDeliveries.SaysFiring(record.Entry) && reasons.Contains(suppression.By))
            return true;
        var (from, until) = (World.Agenda.Now - Slack - World.Plan.Odds.Skew, World.Agenda.Now + World.Plan.Odds.Skew);
        return suppression.Kind switch
        {
            SuppressionKind.Silence =>
                Labels(record).Any(labels => World.Silencers.Kept(suppression.By, labels, from, until)),
            SuppressionKind.StormCap => Decided.Any(version => !version.StormCap.IsOff),
            SuppressionKind.Grouping => Decided.Any(version => version.Route.Routes.Any(route => route.Grouping is not null)),
            SuppressionKind.TimeInterval => Minutes(from, until).Any(time => Decided.Any(version => IsMuted(version, time))),
            _ => fired.GetValueOrDefault(suppression.By) is { Firing: { } source } each && !(each.Ended < from)
                && Explains(suppression.Kind, source, record.Entry.Incident),
        };
    }

    // By whatever the process that writes was answered.
    private WatchkeeperConfiguration[] Decided => World.Actor?.Sandbox is { Known: var known }
        ? [known.Configuration, known.Former]
        : [World.Configuration];

    // By the world's own calendar, and not by the product's.
    internal static bool IsMuted(WatchkeeperConfiguration version, DateTimeOffset time) => version.Route.Routes
        .SelectMany(route => route.MuteTimeIntervals)
        .SelectMany(name => version.Quiet.Intervals[name])
        .Any(window => window.Times!.Value.Any(range => EdgeOfDay.IsInside(range, window.Zone, time)));

    // By the world's own configuration, and not by the product's reading of it.
    private static bool Explains(SuppressionKind kind, Firing source, Incident target) => kind is SuppressionKind.Dependency
        ? source.Service == "database" && target.Subject.Service == "orders" && source.Severity >= target.Severity
        : (source.Labels["kind"], target.Subject.Kind) is ("status-check", SignalKind.Cpu) or ("cpu", SignalKind.HealthIssue)
            or ("health-issue", SignalKind.Cpu);

    // A message that waits may be looked at with other labels.
    private IEnumerable<LabelSet> Labels(NotificationRecord record)
    {
        yield return IncidentLabels.From(record.Entry.Incident);
        if (fired.TryGetValue(record.Entry.Incident.Id, out var now))
            yield return now.Firing.Labels;
    }

    internal static IEnumerable<DateTimeOffset> Minutes(DateTimeOffset from, DateTimeOffset until)
    {
        for (var time = from; time < until; time += TimeSpan.FromSeconds(20))
            yield return time;
        yield return until;
    }
}

/// <summary>What still fires is told when nothing keeps it quiet any longer, and what is over is not kept for ever.</summary>
internal sealed class ToldWhenQuietEnds : Invariant
{
    // A sweep looks each minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HashSet<(string Incident, string Key)> kept = [];
    private readonly Dictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);

    public override string Name => "I14 told when quiet ends";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (before?.Active is { } former && (former.Id != after.Active?.Id || (former.Mute is not null && after.Active.Mute is null)))
            ended[former.Id] = World.Agenda.Now;
    }

    public override void Claimed(NotificationRecord? before, NotificationRecord after) => Note(after);

    public override void Recorded(NotificationRecord record) => Note(record);

    public override void Settled(NotificationRecord before, NotificationRecord after) => Note(after);

    public override void Rested()
    {
        var active = World.Table.ListActive().Select(slot => slot.Incident!)
            .ToDictionary(incident => incident.Id, StringComparer.Ordinal);
        SuppressionView[] views = [View(active.Values, World.Agenda.Now), View(active.Values, World.Agenda.Now - Patience)];
        foreach (var (id, key) in kept)
        {
            if (World.Table.Notification(id, key) is not { } row)
                continue;
            foreach (var delivery in row.Deliveries.Where(delivery => delivery is { IsHeld: true, IsGrouping: false } && !(delivery.NextAttemptAt > World.Agenda.Now - Patience)))
            {
                var hasJustEnded = HasJustEnded(id, delivery);
                if (!active.TryGetValue(id, out var incident))
                {
                    if (!hasJustEnded)
                        Broken($"{id} {key} by {delivery.Channel.Kind} is kept back for ever: the incident has ended");
                }
                else if (incident.Mute is null && !hasJustEnded && !views.Any(view => IsQuiet(incident, delivery, view)))
                {
                    Broken($"{id} {key} by {delivery.Channel.Kind} fires, and {delivery.Suppression} keeps it back no longer");
                }
                // What is muted is not looked at before its mute ends.
                else if (incident.Mute is null && !IsToldAbove(id, delivery, active, []))
                {
                    Broken($"{id} {key} by {delivery.Channel.Kind} is explained by {delivery.Suppression}, and nobody hears of any");
                }
            }
        }
    }

    private SuppressionView View(IEnumerable<Incident> active, DateTimeOffset time) => new(
        World.Versions.Last.Quiet, World.Configuration.Services, World.Silencers.Now, active.Select(Firing.From), time);

    // What explains it, or the mute of its own source.
    private bool HasJustEnded(string id, Delivery delivery) => ((string[])[id, delivery.Suppression!.By]).Any(each =>
        ended.TryGetValue(each, out var at) && World.Agenda.Now - at < Patience);

    // What explains another is told, or explained by something that is, or muted by whoever knows of it.
    private bool IsToldAbove(string id, Delivery delivery, Dictionary<string, Incident> active, HashSet<string> seen)
    {
        if (delivery.Suppression is not { Kind: SuppressionKind.Inhibition or SuppressionKind.Dependency } suppression)
            return true;
        if (!seen.Add(id))
            return false;
        if (active.GetValueOrDefault(suppression.By) is { Mute: not null })
            return true;
        var above = World.Table.Notifications(suppression.By).SelectMany(row => row.Deliveries)
            .Where(each => each.Channel.Kind == delivery.Channel.Kind).ToList();
        return above.Count == 0 || above.Any(each => each.IsTold)
            || above.Where(each => each.IsHeld).Any(each => IsToldAbove(suppression.By, each, active, seen));
    }

    private bool IsQuiet(Incident incident, Delivery delivery, SuppressionView view) =>
        ChannelSuppressions.For(incident, World.Versions.Last, view).Of(delivery.Channel) is not null;

    private void Note(NotificationRecord record)
    {
        if (record.IsHeld)
            kept.Add((record.Entry.Incident.Id, record.Entry.Key));
    }
}
