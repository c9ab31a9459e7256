using Watchkeeper.Patterns.Matching;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// EventBridge rejects wildcards that could put one of its automata into too many states at once. A state is a beginning of a
/// wildcard, including quotes. The worst value decides, and the limit is ten states.
/// </summary>
internal sealed class WildcardComplexity
{
    private const int MaxStates = 10;

    /// <summary>Above this amount of work the pattern is accepted without a result; matching stays linear.</summary>
    private const int MaxSteps = 1_000_000;
    private const int MaxSets = 20_000;

    private int sets;

    public static bool IsAcceptable(IReadOnlyCollection<IReadOnlyDictionary<string, Condition>> alternatives)
    {
        var hasWildcards = alternatives.SelectMany(alternative => alternative.Values)
            .Distinct()
            .SelectMany(condition => condition.Matchers)
            .Any(entry => Wildcards(entry).Length > 0);
        return !hasWildcards || new WildcardComplexity().IsAcceptable(Machines(alternatives));
    }

    /// <summary>The wildcard, or the wildcards of one <c>anything-but</c>, without duplicates.</summary>
    private static Wildcard[] Wildcards(ValueMatcher entry) => entry switch
    {
        Wildcard alone => [alone],
        AnythingBut but => [.. but.Excluded.OfType<Wildcard>().DistinctBy(wildcard => wildcard.Source, StringComparer.Ordinal)],
        _ => [],
    };

    private static MachinePoint Machines(IReadOnlyCollection<IReadOnlyDictionary<string, Condition>> alternatives)
    {
        var root = new MachinePoint();
        var steps = 0L;
        foreach (var alternative in alternatives)
        {
            HashSet<MachinePoint> from = [root];
            foreach (var (field, condition) in alternative.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                if ((steps += (long)from.Count * condition.Matchers.Length) > MaxSteps) return root;
                var reached = new HashSet<MachinePoint>();
                foreach (var point in from) point.MachineOf(field).Add(condition, reached);
                from = reached;
            }
        }

        return root;
    }

    private bool IsAcceptable(MachinePoint root)
    {
        var known = new HashSet<MachinePoint> { root };
        var open = new Queue<MachinePoint>(known);
        while (open.TryDequeue(out var point))
        {
            foreach (var machine in point.Machines)
            {
                if (!IsAcceptable(machine)) return false;
                foreach (var next in machine.NextByValue)
                {
                    if (known.Add(next)) open.Enqueue(next);
                }
            }
        }

        return true;
    }

    private bool IsAcceptable(FieldMachine machine)
    {
        var patterns = machine.Entries.GroupBy(entry => entry.Identity, Wildcards, StringComparer.Ordinal)
            .Select(repetitions => repetitions.SelectMany(wildcards => wildcards).ToArray())
            .Where(wildcards => wildcards.Length > 0)
            .ToArray();
        if (patterns.Length == 0) return true;

        var automaton = new WildcardAutomaton(patterns);
        var known = new HashSet<WildcardStates> { automaton.Start };
        var open = new Queue<WildcardStates>(known);
        while (sets < MaxSets && open.TryDequeue(out var states))
        {
            sets++;
            foreach (var next in automaton.Steps(states))
            {
                if (automaton.Count(next) > MaxStates) return false;
                if (known.Add(next)) open.Enqueue(next);
            }
        }

        return true;
    }
}
