using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>What is told of silences that are about to end.</summary>
/// <param name="Rows">The rows to write and send.</param>
/// <param name="Announced">The silences that they tell of; of others nobody has to hear yet.</param>
public sealed record SilenceEndNotice(ImmutableArray<NotificationRecord> Rows, ImmutableArray<Silence> Announced);

/// <summary>
/// Who is told that silences are about to end while what they keep quiet still fires. Pure. Each address gets one message about
/// the worst incident, which names the others; who is not told at the end is not told now. A pager hears only of what fires.
/// </summary>
public static class SilenceEndPlan
{
    private const string Together = "silences that end soon";

    /// <summary>What is told; no rows if nothing fires, or nobody hears of it.</summary>
    /// <param name="ending">The silences.</param>
    /// <param name="active">The active incidents.</param>
    /// <param name="configuration">The configuration in force.</param>
    /// <param name="view">What keeps incidents quiet now.</param>
    public static SilenceEndNotice Create(
        IReadOnlyCollection<Silence> ending, IEnumerable<Incident> active, WatchkeeperConfiguration configuration,
        SuppressionView view)
    {
        ArgumentNullException.ThrowIfNull(ending);
        ArgumentNullException.ThrowIfNull(active);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(view);
        var ids = ending.Select(silence => silence.Id).ToHashSet(StringComparer.Ordinal);
        // A muted source stays quiet until its own mute ends.
        var ways = active.Where(incident => incident.Mute is null)
            .Select(incident => (Incident: incident, Silence: view.SilenceOf(Firing.From(incident))))
            .Where(each => each.Silence is { } silence && ids.Contains(silence.Id))
            .SelectMany(each => Ways(each.Incident, each.Silence!, configuration, view)).ToList();
        var rows = ways.GroupBy(way => (way.Delivery.Channel.Kind, way.Delivery.Channel.Address))
            .Select(address => Join([.. address]))
            .ToLookup(message => (message.Incident.Id, message.Silence.Id));
        var announced = ways.Select(way => way.Silence.Id).ToHashSet(StringComparer.Ordinal);
        return new SilenceEndNotice(
            [.. rows.Select(row => Row([.. row], view.Time))], [.. ending.Where(silence => announced.Contains(silence.Id))]);
    }

    // Quiet hours hold for the announcement too.
    private static IEnumerable<Way> Ways(
        Incident incident, Silence silence, WatchkeeperConfiguration configuration, SuppressionView view)
    {
        var ways = RoutedDeliveries.Ways(incident, configuration).ToList();
        var routes = ways.ToLookup(way => (way.Channel.Kind, way.Channel.Address), way => way.Route);
        var atEnd = new ChannelSuppressions(incident, ways, view.At(silence.EndsAt));
        return ways.DistinctBy(way => (way.Channel.Kind, way.Channel.Address))
            .Where(way => way.Channel.Kind is not ChannelKind.Pagerduty && atEnd.Of(way.Channel) is null
                && view.Of(routes[(way.Channel.Kind, way.Channel.Address)]) is null)
            // No change of the table delivers it again: a sweep goes on where a process died over it.
            .Select(way => new Way(incident, silence, Delivery.To(way.Receiver, way.Channel) with { NextAttemptAt = view.Time }));
    }

    private static Way Join(ImmutableArray<Way> address)
    {
        var worst = address.OrderByDescending(way => way.Incident.Severity).ThenBy(way => way.Incident.OpenedAt)
            .ThenBy(way => way.Incident.Id, StringComparer.Ordinal).First();
        var others = address.Where(way => way != worst)
            .Select(way => GroupMember.From(way.Incident, way.Incident.Severity, isOver: false));
        return worst with { Delivery = worst.Delivery with { Others = GroupedMessage.From(Together, [.. others]) } };
    }

    private static NotificationRecord Row(ImmutableArray<Way> messages, DateTimeOffset now)
    {
        var (incident, silence) = (messages[0].Incident, messages[0].Silence);
        return new NotificationRecord
        {
            Entry = new TimelineEntry
            {
                Key = $"N#silence-ending.{silence.Id}.{silence.EndsAt.ToUnixTimeSeconds()}",
                Incident = incident.Shown(),
                Transition = Transition.SilenceEnding,
                At = now,
                Ending = SilenceEnding.From(silence),
            },
            Reason = NotificationReason.Notify,
            Deliveries = [.. messages.Select(message => message.Delivery)],
        };
    }

    private sealed record Way(Incident Incident, Silence Silence, Delivery Delivery);
}
