using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>Finds groups at their maximum size while an alarm of their scaling policy requires more.</summary>
internal sealed class ScalingLimits(IScaling scaling, Home home)
{
    // Each group needs one request. The next sweep starts with other groups.
    private const int MaxGroups = 20;

    /// <summary>
    /// Adds signals for limits that are now reached or left. A limit that already has an incident gives no new signal.
    /// </summary>
    public async Task<AlarmView> LookAsync(
        AlarmView view, IReadOnlyCollection<Slot> active, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (view.Problem is not null || home == Home.Unknown)
            return view;
        var open = active.Where(slot => ScalingLimit.Is(slot.Fingerprint)).ToImmutableDictionary(
            slot => slot.Fingerprint.Text, slot => slot.Incident!.Subject, StringComparer.Ordinal);
        var reached = new Dictionary<string, Signal>(StringComparer.Ordinal);
        var unasked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (asked, (alarm, group)) in InTurn(view.Firing, now).Index())
        {
            var fingerprint = ScalingLimit.FingerprintOf(home, group).Text;
            if (asked >= MaxGroups)
                unasked.Add(fingerprint);
            else if (await scaling.FindAsync(new ReactionTarget.Group(group), cancellationToken) is { } facts
                && ScalingLimit.IsReached(facts))
                reached[fingerprint] = ScalingLimit.Reached(alarm, facts, home, now);
        }

        return view with
        {
            Standings = view.Standings.AddRange(open.Select(each => KeyValuePair.Create(
                each.Key,
                unasked.Contains(each.Key)
                    ? AlarmStanding.Unanswered
                    : new AlarmStanding.Shown(reached.GetValueOrDefault(each.Key) ?? ScalingLimit.Left(each.Value, now))))),
            Limits = [.. reached.Where(each => !open.ContainsKey(each.Key)).Select(each => each.Value)],
        };
    }

    private static IEnumerable<(ObservedAlarm Alarm, string Group)> InTurn(
        ImmutableArray<ObservedAlarm> firing, DateTimeOffset now)
    {
        List<(ObservedAlarm Alarm, string Group)> groups =
        [
            .. firing.Select(alarm => (Alarm: alarm, Group: ScalingLimit.GroupToLookAt(alarm, now)!))
                .Where(each => each.Group is not null)
                .DistinctBy(each => each.Group, StringComparer.Ordinal).OrderBy(each => each.Group, StringComparer.Ordinal),
        ];
        var first = groups.Count == 0 ? 0 : (int)(now.ToUnixTimeSeconds() / 60 * MaxGroups % groups.Count);
        return groups.Skip(first).Concat(groups.Take(first));
    }
}
