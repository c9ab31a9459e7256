using Watchkeeper.Services;

namespace Watchkeeper.Muting;

/// <summary>
/// Which active incident explains another one, by rules of inhibition and by what services depend on. Incidents that explain each
/// other, also through others, explain nothing: else nobody would hear of any of them. So whatever is quiet has an explanation
/// that is told.
/// </summary>
/// <param name="rules">The rules of inhibition.</param>
/// <param name="services">Which service depends on which.</param>
/// <param name="active">The active incidents.</param>
internal sealed class Explanations(InhibitRules rules, Dependencies services, IEnumerable<Firing> active)
{
    // A circle of more is not followed to its end; what cannot be evaluated tells.
    private const int MaxFollowed = 1_000;

    private readonly Lazy<Sources> sources = new(() => new Sources(rules, services, active));

    /// <summary>Whether others may explain an incident at all: nobody needs to list them otherwise.</summary>
    public static bool MayExplain(Firing target, InhibitRules rules, Dependencies services) =>
        IsDependant(target, services) || rules.WithTarget(target.Labels).Any();

    /// <summary>The worst incident that explains this one, the oldest of equals, with the reason; null if none does.</summary>
    public Suppression? Find(Firing target) => Candidates(target)
        .Where(found => !IsCircle(target, found.Source))
        .OrderByDescending(found => found.Source.Severity)
        .ThenBy(found => found.Source.OpenedAt)
        .ThenBy(found => found.Source.Id, StringComparer.Ordinal)
        .Select(found => found.Rule is { } rule
            ? SuppressionTexts.Inhibited(rule, found.Source)
            : SuppressionTexts.DependsOn(services.Chain(target.Service, found.Source.Service), found.Source))
        .FirstOrDefault();

    // Without a rule the source is what the target's service depends on.
    private IEnumerable<(Firing Source, InhibitRule? Rule)> Candidates(Firing target)
    {
        foreach (var at in rules.WithTarget(target.Labels))
        {
            foreach (var source in sources.Value.Of(at, target).Where(source => Inhibits(at, source, target)))
                yield return (source, rules.All[at]);
        }

        if (!IsDependant(target, services))
            yield break;
        foreach (var source in sources.Value.Dependencies.Where(source => IsBelow(source, target)))
            yield return (source, null);
    }

    private bool Inhibits(int rule, Firing source, Firing target) =>
        source.Id != target.Id && rules.All[rule].Inhibits(target.Labels, source.Labels);

    private bool IsBelow(Firing source, Firing target) =>
        source.Id != target.Id
        && source.Severity >= target.Severity
        && !services.Chain(target.Service, source.Service).IsEmpty;

    private static bool IsDependant(Firing firing, Dependencies services) =>
        firing.IsSymptom && services.HasDependencies(firing.Service);

    // Whether the source is explained by the target, at once or through others.
    private bool IsCircle(Firing target, Firing source)
    {
        if (!IsSource(target))
            return false;
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<Firing>([source]));
        while (waiting.TryDequeue(out var next))
        {
            foreach (var (above, _) in Candidates(next))
            {
                if (above.Id == target.Id)
                    return true;
                if (seen.Add(above.Id))
                    waiting.Enqueue(above);
            }

            if (seen.Count > MaxFollowed)
                return true;
        }

        return false;
    }

    private bool IsSource(Firing firing) =>
        Sources.IsDependency(firing, services) || rules.WithSource(firing.Labels).Any();

    /// <summary>The active incidents that can explain others, by rule and equal values.</summary>
    private sealed class Sources
    {
        private readonly InhibitRules rules;
        private readonly Dictionary<(int Rule, string Key), List<Firing>> byRule = [];

        public Sources(InhibitRules rules, Dependencies services, IEnumerable<Firing> active)
        {
            this.rules = rules;
            var dependencies = new List<Firing>();
            foreach (var firing in active)
            {
                foreach (var at in rules.WithSource(firing.Labels))
                {
                    var key = (at, rules.All[at].KeyOf(firing.Labels));
                    if (!byRule.TryGetValue(key, out var listed))
                        byRule.Add(key, listed = []);
                    listed.Add(firing);
                }

                if (IsDependency(firing, services))
                    dependencies.Add(firing);
            }

            Dependencies = dependencies;
        }

        public IReadOnlyList<Firing> Dependencies { get; }

        public List<Firing> Of(int rule, Firing target) =>
            byRule.TryGetValue((rule, rules.All[rule].KeyOf(target.Labels)), out var listed) ? listed : [];

        public static bool IsDependency(Firing firing, Dependencies services) =>
            firing.IsTrouble && services.HasDependants(firing.Service);
    }
}
