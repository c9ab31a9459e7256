using Watchkeeper.Patterns.Matching;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Reading;

/// <summary>
/// EventBridge refuses wildcards that could keep its automaton in too many states at once. A state is a beginning of a
/// wildcard, quotes included; the worst value decides, and eleven states are one too many. Wildcards of one field count
/// together where the conditions on the fields before it, in the order of names, are the same.
/// </summary>
internal static class WildcardComplexity
{
    private const int MostStates = 10;

    /// <summary>Beyond this many sets of states the question is left open, in the pattern's favour: matching stays linear.</summary>
    private const int MostSets = 20_000;

    public static bool IsAcceptable(IReadOnlyCollection<IReadOnlyDictionary<string, Condition>> alternatives) =>
        !alternatives.Any(alternative => alternative.Values.Any(HasWildcards))
        || Groups(alternatives).All(IsAcceptable);

    private static bool HasWildcards(Condition condition) => Wildcards(condition).Any();

    /// <summary>Each wildcard alone, and the wildcards of one <c>anything-but</c> together.</summary>
    private static IEnumerable<Wildcard[]> Wildcards(Condition condition)
    {
        foreach (var matcher in condition.Matchers)
        {
            if (matcher is Wildcard alone) yield return [alone];
            else if (matcher is AnythingBut but && but.Excluded.OfType<Wildcard>().ToArray() is { Length: > 0 } many) yield return many;
        }
    }

    private static IEnumerable<IReadOnlyCollection<Wildcard[]>> Groups(
        IReadOnlyCollection<IReadOnlyDictionary<string, Condition>> alternatives)
    {
        var groups = new Dictionary<(int Before, string Field), Dictionary<string, Wildcard[]>>();
        var befores = new Dictionary<(int Before, Condition Condition), int>();
        foreach (var alternative in alternatives)
        {
            var before = 0;
            foreach (var (field, condition) in alternative.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                if (!groups.TryGetValue((before, field), out var group))
                    groups.Add((before, field), group = new(StringComparer.Ordinal));
                foreach (var wildcards in Wildcards(condition))
                    group[string.Join('\0', wildcards.Select(wildcard => wildcard.Source))] = wildcards;

                if (!befores.TryGetValue((before, condition), out var next))
                    befores.Add((before, condition), next = befores.Count + 1);
                before = next;
            }
        }

        return groups.Values.Select(group => group.Values);
    }

    private static bool IsAcceptable(IReadOnlyCollection<Wildcard[]> wildcards)
    {
        if (wildcards.Count == 0) return true;
        var automaton = new WildcardAutomaton(wildcards);
        var known = new HashSet<WildcardStates> { automaton.Start };
        var open = new Queue<WildcardStates>(known);
        while (known.Count < MostSets && open.TryDequeue(out var states))
        {
            foreach (var next in automaton.Steps(states))
            {
                if (automaton.Count(next) > MostStates) return false;
                if (known.Add(next)) open.Enqueue(next);
            }
        }

        return true;
    }
}
