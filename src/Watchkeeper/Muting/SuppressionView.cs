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

    private SuppressionView(SuppressionView other, DateTimeOffset time) =>
        (rules, silences, explanations, Time) = (other.rules, other.silences, other.explanations, time);

    /// <summary>Nothing keeps anything quiet.</summary>
    public static SuppressionView None { get; } =
        new(QuietRules.None, Topology.None, SilenceSet.None, [], DateTimeOffset.UnixEpoch);

    /// <summary>The time.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The same silences, incidents and rules at another time.</summary>
    public SuppressionView At(DateTimeOffset time) => new(this, time);

    /// <summary>The silence that keeps an incident quiet longest; null if none does.</summary>
    public Silence? SilenceOf(Firing firing)
    {
        ArgumentNullException.ThrowIfNull(firing);
        return silences.Find(firing.Labels, Time);
    }

    /// <summary>The silences whose end is to be announced.</summary>
    /// <param name="ahead">How long before their end.</param>
    public IEnumerable<Silence> Ending(TimeSpan ahead) => silences.All.Where(silence => silence.IsToAnnounceAt(Time, ahead));

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
        return SilenceOf(firing) is { } silence
            ? SuppressionTexts.Silenced(silence)
            : explanations?.Find(firing);
    }

    /// <summary>
    /// What keeps a channel quiet: time intervals of every route that leads to it; null if one of the routes tells.
    /// </summary>
    public Suppression? Of(IEnumerable<Route> routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var (names, quiet) = (ImmutableArray<string>.Empty, new List<Route>());
        foreach (var route in routes)
        {
            var muting = rules.MutedBy(route, Time);
            if (muting.IsEmpty)
                return null;
            names = [.. names.Union(muting, StringComparer.Ordinal)];
            quiet.Add(route);
        }

        return names.IsEmpty ? null : SuppressionTexts.Muted(names, quiet.Min(route => rules.QuietUntil(route, Time)));
    }
}
