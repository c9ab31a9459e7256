using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

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
            SuppressionKind.StormCap => !World.Configuration.StormCap.IsOff,
            SuppressionKind.Grouping => World.Configuration.Route.Routes.Any(route => route.Grouping is not null),
            SuppressionKind.TimeInterval => Minutes(from, until).Any(time =>
                World.Configuration.Route.Routes.Any(route => !World.Configuration.Quiet.MutedBy(route, time).IsEmpty)),
            _ => fired.GetValueOrDefault(suppression.By) is { Firing: { } source } each && !(each.Ended < from)
                && Explains(suppression.Kind, source, record.Entry.Incident),
        };
    }

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

    private static IEnumerable<DateTimeOffset> Minutes(DateTimeOffset from, DateTimeOffset until)
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
            foreach (var delivery in row.Deliveries.Where(delivery => delivery is { IsHeld: true, IsGrouping: false } && !(delivery.NextAttemptAt > World.Agenda.Now)))
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
        World.Configuration.Quiet, World.Configuration.Services, World.Silencers.Now, active.Select(Firing.From), time);

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
        ChannelSuppressions.For(incident, World.Configuration, view).Of(delivery.Channel) is not null;

    private void Note(NotificationRecord record)
    {
        if (record.IsHeld)
            kept.Add((record.Entry.Incident.Id, record.Entry.Key));
    }
}

/// <summary>
/// Whoever was told that an incident began hears of its end, and nobody hears of the end of what was kept from them. What is given
/// up has ended, and what counts as told by another message was told by one.
/// </summary>
internal sealed class EndsFollowBeginnings : Invariant
{
    private readonly HashSet<string> incidents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> claimedAt = [];
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> recordedAt = [];
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> settledAt = [];

    public override string Name => "I14 ends follow beginnings";

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (before is null)
            Recorded(after);
        else
            claimedAt.TryAdd((after.Entry.Incident.Id, after.Entry.Key), World.Agenda.Now);
    }

    public override void Recorded(NotificationRecord record)
    {
        recordedAt.TryAdd((record.Entry.Incident.Id, record.Entry.Key), World.Agenda.Now);
        if (record.Deliveries.Any(delivery => !delivery.IsTold))
            incidents.Add(record.Entry.Incident.Id);
    }

    public override void Settled(NotificationRecord before, NotificationRecord after) =>
        settledAt[(after.Entry.Incident.Id, after.Entry.Key)] = World.Agenda.Now;

    public override void Rested()
    {
        foreach (var incident in incidents)
        {
            var rows = World.Table.Notifications(incident).Where(row => row.Entry.Reaction is null).ToList();
            foreach (var channel in rows.SelectMany(row => row.Deliveries).Select(delivery => delivery.Channel).Distinct())
                Check(rows, channel);
        }
    }

    private void Check(List<NotificationRecord> rows, Channel channel)
    {
        var (begun, kept) = (new List<NotificationRecord>(), new List<NotificationRecord>());
        var (isInGroup, everKept) = (false, new List<NotificationRecord>());
        // An end that counts as told by what followed it in its group.
        NotificationRecord? owed = null;
        foreach (var row in rows)
        {
            if (row.Deliveries.FirstOrDefault(each => each.Channel.Kind == channel.Kind) is not { } delivery)
                continue;
            var place = $"{row.Entry.Incident.Id} {row.Entry.Key} by {channel.Kind}";
            // What waits for its group is told with others, or given up, as another promise says.
            if (delivery.IsGrouping)
                return;
            // It began anew before its group was told.
            if (row.Entry.Transition is Transition.Resolved && IsMergedInGroup(delivery))
            {
                owed = begun.Count > 0 ? row : null;
                continue;
            }

            // What was kept quiet since has ended too.
            if (row.Entry.Transition is Transition.Resolved && owed is not null && !delivery.IsTold)
            {
                kept.Clear();
                continue;
            }

            if (delivery.IsTold && (row.Entry.Transition is Transition.Resolved || SuppressedDeliveries.SaysFiring(row.Entry)))
                owed = null;
            if (row.Entry.Transition is Transition.Resolved)
            {
                if (begun.Count > 0 && !delivery.IsTold)
                    Broken($"{place}: they were told that it began, and not that it ended: {Story(rows, channel)}");
                // A group that is told names what has begun and ended too.
                if (begun.Count == 0 && kept.Count > 0 && delivery.IsTold && !isInGroup && !everKept.Any(each => WasClaimedBefore(each, row)))
                    Broken($"{place}: they were told that it ended, and never that it began: {Story(rows, channel)}");
                begun.Clear();
                kept.Clear();
                isInGroup = false;
            }
            else if (SuppressedDeliveries.SaysFiring(row.Entry))
            {
                if (delivery is { IsTold: false, Suppression.IsForOthers: true })
                    isInGroup = true;
                else
                    (delivery.IsTold ? begun : kept).Add(row);
                if (!delivery.IsTold)
                    everKept.Add(row);
                var isEndEnough = IsMergedInGroup(delivery);
                if (delivery.Status is DeliveryStatus.Merged && !rows.Any(each => IsTold(each, row, channel, isEndEnough)))
                    Broken($"{place} counts as told by another message, and none was");
                if (delivery.Status is DeliveryStatus.Merged && IsAct(row))
                    Broken($"{place} is an act of its own, and counts as told by another message");
                if (delivery.Status is DeliveryStatus.Suppressed && StillFires(rows, row))
                    Broken($"{place} was given up though it still fires");
            }
        }

        if (owed is not null)
            Broken($"{owed.Entry.Incident.Id} {owed.Entry.Key} by {channel.Kind}: nothing told of this end: {Story(rows, channel)}");
    }

    private static string Story(IEnumerable<NotificationRecord> rows, Channel channel) => string.Join("; ", rows.Select(row =>
        row.Deliveries.FirstOrDefault(each => each.Channel.Kind == channel.Kind) is { } delivery
            ? $"{row.Entry.Key} {row.Entry.Transition} {delivery.Status} {delivery.Suppression?.Kind}".TrimEnd()
            : $"{row.Entry.Key} {row.Entry.Transition}"));

    private static bool IsMergedInGroup(Delivery delivery) =>
        delivery is { Status: DeliveryStatus.Merged, Suppression.IsForOthers: true };

    private static bool IsAct(NotificationRecord row) => row.Entry is
    {
        Incident.Subject.Kind: SignalKind.Detection,
        Transition: Transition.Opened or Transition.AnotherAct,
    };

    // A process that has claimed the row may be about to tell that it began.
    private bool WasClaimedBefore(NotificationRecord kept, NotificationRecord end) =>
        claimedAt.TryGetValue((kept.Entry.Incident.Id, kept.Entry.Key), out var claimed)
        && claimed <= DecidedAt(end);

    // An end that waits for its group is decided when that is told.
    private DateTimeOffset DecidedAt(NotificationRecord end)
    {
        var key = (end.Entry.Incident.Id, end.Entry.Key);
        return end.Deliveries.Any(delivery => delivery.Suppression is { Kind: SuppressionKind.Grouping })
            ? settledAt.GetValueOrDefault(key, recordedAt[key])
            : recordedAt[key];
    }

    // A group may have told only that it had begun and ended.
    private static bool IsTold(NotificationRecord row, NotificationRecord begin, Channel channel, bool isEndEnough) =>
        (SuppressedDeliveries.SaysFiring(row.Entry) || (isEndEnough && row.Entry.Transition is Transition.Resolved
            && string.CompareOrdinal(row.Entry.Key, begin.Entry.Key) > 0))
        && row.Deliveries.Any(delivery => delivery.IsTold && delivery.Channel.Kind == channel.Kind);

    private bool StillFires(List<NotificationRecord> rows, NotificationRecord row) =>
        World.Table.ListActive().Any(slot => slot.Incident!.Id == row.Entry.Incident.Id
            && slot.Incident.Reopenings == row.Entry.Incident.Reopenings)
        && !rows.Any(each => each.Entry.Transition is Transition.Resolved
            && string.CompareOrdinal(each.Entry.Key, row.Entry.Key) > 0);
}
