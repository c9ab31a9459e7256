using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Routing;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A silence that is about to end while what it keeps quiet fires is announced, and none other is. Once to an address; a process
/// that dies in between may repeat it.
/// </summary>
internal sealed class SilencesAreAnnounced : Invariant
{
    private const int MaxRepeats = 3;

    // A sweep each minute, the ages of what it remembers, and the time that an incident needs to be seen.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(135);

    private readonly Dictionary<(string Silence, DateTimeOffset End, ChannelKind Kind), int> announced = [];
    private readonly List<(ChannelKind Kind, DateTimeOffset At)> heard = [];
    private readonly Dictionary<(string Incident, string Key), (DateTimeOffset Since, DateTimeOffset? Told)> silenced = [];
    private readonly HashSet<string> otherwise = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> begun = new(StringComparer.Ordinal);

    public override string Name => "I16 silences are announced";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Active is not { } active)
            return;
        if (active.Mute is not null)
            otherwise.Add(active.Id);
        if (before?.Active?.Id != active.Id || before.Active.Severity != active.Severity)
            begun[active.Id] = World.Agenda.Now;
    }

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (before is null)
            Recorded(after);
        if (before is not null || after.Entry.Ending is not { } ending)
            return;
        var now = World.Agenda.Now;
        var ahead = World.Configuration.Silences.Announce;
        var place = $"{after.Entry.Incident.Id} {after.Entry.Key}";
        if (!World.Silencers.EndsOf(ending.Silence).Contains(ending.EndsAt))
            Broken($"{place} announces an end that no silence ever had");
        if (now < ending.EndsAt - ahead - World.Plan.Odds.Skew || now > ending.EndsAt + Slack + World.Plan.Odds.Skew)
            Broken($"{place} announces {ending.EndsAt:O} at {now:O}");
        if (!World.Silencers.Kept(
            ending.Silence, IncidentLabels.From(after.Entry.Incident), now - Slack - World.Plan.Odds.Skew, now + World.Plan.Odds.Skew))
        {
            Broken($"{place} announces a silence that does not keep it quiet");
        }

        foreach (var delivery in after.Deliveries)
        {
            var address = (ending.Silence, ending.EndsAt, delivery.Channel.Kind);
            var count = announced.GetValueOrDefault(address) + 1;
            if (count > MaxRepeats)
                Broken($"{place} announces to {delivery.Channel.Kind} for the {count}th time");
            announced[address] = count;
            heard.Add((delivery.Channel.Kind, now));
        }
    }

    public override void Recorded(NotificationRecord record) => Note(record);

    public override void Settled(NotificationRecord before, NotificationRecord after) => Note(after);

    // What a silence kept quiet in its last minutes, and was told when it ended.
    public override void Rested()
    {
        foreach (var ((incident, key), (since, told)) in silenced)
        {
            if (told is not { } at || otherwise.Contains(incident) || World.Table.Notification(incident, key) is not { } row)
                continue;
            foreach (var delivery in row.Deliveries.Where(each => each is { IsTold: true, Suppression.Kind: SuppressionKind.Silence }))
            {
                var margin = Patience + World.Plan.Odds.Skew;
                if (World.Silencers.Ended(delivery.Suppression!.By, at) is not { } version || World.CalmAt is not { } calm)
                    continue;
                var (silence, end) = (version.Silence, version.Silence.EndsAt);
                var ahead = (end - silence.StartsAt) / 4;
                var due = end - (ahead < World.Configuration.Silences.Announce ? ahead : World.Configuration.Silences.Announce);
                var known = new[] { since, version.Since, calm, due, begun.GetValueOrDefault(incident) }.Max();
                if (known + margin <= end && !IsMuted(due, end) && !(World.Silencers.IsAnnounced(silence.Id, end) && Heard(delivery, due, end)))
                    Broken($"{incident} {key} by {delivery.Channel.Kind} was told at {at:O}, and nobody heard that {silence.Id} would end at {end:O}");
            }
        }
    }

    // One message tells of all silences that end soon.
    private bool Heard(Delivery delivery, DateTimeOffset from, DateTimeOffset until) => heard.Exists(each =>
        each.Kind == delivery.Channel.Kind && each.At >= from - World.Plan.Odds.Skew && each.At <= until + World.Plan.Odds.Skew);

    private bool IsMuted(DateTimeOffset from, DateTimeOffset until) =>
        KeptBackForAReason.Minutes(from, until).Any(time => KeptBackForAReason.IsMuted(World.Configuration, time));

    private void Note(NotificationRecord record)
    {
        var id = (record.Entry.Incident.Id, record.Entry.Key);
        foreach (var delivery in record.Deliveries)
        {
            if (delivery.Suppression is { Kind: not SuppressionKind.Silence and not SuppressionKind.StormCap and not SuppressionKind.Grouping })
                otherwise.Add(record.Entry.Incident.Id);
            if (delivery is { IsHeld: true, Suppression.Kind: SuppressionKind.Silence })
                silenced.TryAdd(id, (World.Agenda.Now, null));
            else if (delivery is { IsTold: true, Suppression.Kind: SuppressionKind.Silence } && silenced.TryGetValue(id, out var held) && held.Told is null)
                silenced[id] = (held.Since, World.Agenda.Now);
        }
    }
}
