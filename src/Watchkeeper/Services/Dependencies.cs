using System.Collections.Immutable;

namespace Watchkeeper.Services;

/// <summary>
/// What each service depends on, directly or through others. Services that depend on each other are one thing in this: neither
/// explains the other.
/// </summary>
public sealed class Dependencies
{
    private readonly Dictionary<string, Dictionary<string, ImmutableArray<string>>> chains = new(StringComparer.Ordinal);
    private readonly HashSet<string> below = new(StringComparer.Ordinal);

    /// <summary>Follows the dependencies of these services.</summary>
    public Dependencies(ImmutableArray<Service> services)
    {
        var direct = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var service in services)
            direct.TryAdd(service.Name, service.DependsOn);
        foreach (var name in direct.Keys)
            chains.Add(name, Follow(name, direct));
        var mutual = chains.SelectMany(each => each.Value.Keys, (each, other) => (Name: each.Key, Other: other))
            .Where(pair => chains.GetValueOrDefault(pair.Other)?.ContainsKey(pair.Name) is true).ToList();
        foreach (var (name, other) in mutual)
            chains[name].Remove(other);
        foreach (var found in chains.Values)
        {
            foreach (var other in found.Keys)
                below.Add(other);
        }
    }

    /// <summary>Whether any other service depends on this one.</summary>
    public bool HasDependants(string service) => below.Contains(service);

    /// <summary>Whether the service depends on any other.</summary>
    public bool HasDependencies(string service) => chains.TryGetValue(service, out var found) && found.Count > 0;

    /// <summary>
    /// The shortest way from a service to one that it depends on, both included; empty if it does not.
    /// </summary>
    public ImmutableArray<string> Chain(string service, string on) =>
        chains.TryGetValue(service, out var found) && found.TryGetValue(on, out var chain) ? chain : [];

    private static Dictionary<string, ImmutableArray<string>> Follow(
        string from, Dictionary<string, ImmutableArray<string>> direct)
    {
        var found = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        var waiting = new Queue<ImmutableArray<string>>([[from]]);
        while (waiting.TryDequeue(out var chain))
        {
            foreach (var next in direct.GetValueOrDefault(chain[^1], []))
            {
                if (next != from && found.TryAdd(next, chain.Add(next)))
                    waiting.Enqueue(chain.Add(next));
            }
        }

        return found;
    }
}
