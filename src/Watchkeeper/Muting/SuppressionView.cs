using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Services;

namespace Watchkeeper.Muting;

/// <summary>What keeps incidents quiet at one time: silences, other incidents, time intervals. Pure.</summary>
public sealed class SuppressionView
{
    private readonly QuietRules rules;
    private readonly SilenceSet silences;
    private readonly Explanations? explanations;

    /// <summary>Creates the view.</summary>
    /// <param name="rules">The rules of the configuration.</param>
    /// <param name="services">The services of the configuration.</param>
    /// <param name="silences">The silences.</param>
    /// <param name="active">The active incidents; enumerated only if one of them may keep another quiet.</param>
    /// <param name="time">The time.</param>
    public SuppressionView(
        QuietRules rules, Topology services, SilenceSet silences, IEnumerable<Firing> active, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(services);
        (this.rules, this.silences, Time) = (rules, silences, time);
        explanations = rules.Inhibitions.All.IsEmpty && services.Services.IsEmpty
            ? null
            : new Explanations(rules.Inhibitions, services.Dependencies, active);
    }

    /// <summary>Nothing keeps anything quiet.</summary>
    public static SuppressionView None { get; } =
        new(QuietRules.None, Topology.None, SilenceSet.None, [], DateTimeOffset.UnixEpoch);

    /// <summary>The time.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>Whether other incidents may keep an incident quiet, so that the view needs them.</summary>
    public static bool NeedsActive(Firing firing, QuietRules rules, Topology services)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(services);
        return !(rules.Inhibitions.All.IsEmpty && services.Services.IsEmpty)
            && Explanations.MayExplain(firing, rules.Inhibitions, services.Dependencies);
    }

    /// <summary>What keeps an incident quiet whatever its routes: a silence, or another incident; null if nothing does.</summary>
    public Suppression? Of(Firing firing)
    {
        ArgumentNullException.ThrowIfNull(firing);
        return silences.Find(firing.Labels, Time) is { } silence
            ? SuppressionTexts.Silenced(silence)
            : explanations?.Find(firing);
    }

    /// <summary>
    /// What keeps a channel quiet: time intervals of every route that leads to it; null if one of the routes tells.
    /// </summary>
    public Suppression? Of(IEnumerable<Route> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var (names, ends) = (ImmutableArray<string>.Empty, new List<DateTimeOffset?>());
        foreach (var route in routes)
        {
            var muting = rules.MutedBy(route, Time);
            if (muting.IsEmpty)
                return null;
            names = [.. names.Union(muting, StringComparer.Ordinal)];
            ends.Add(rules.QuietUntil(route, Time));
        }

        return names.IsEmpty ? null : SuppressionTexts.Muted(names, ends.Min());
    }
}
