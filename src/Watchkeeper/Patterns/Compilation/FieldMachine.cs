using Watchkeeper.Patterns.Matching;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// One of the engine's automata. It has the entries of a field's lists from all alternatives that reach the field at the same
/// point, including repetitions, and the point that each entry leads to.
/// </summary>
internal sealed class FieldMachine
{
    private readonly List<ValueMatcher> entries = [];
    private readonly Dictionary<string, MachinePoint> next = new(StringComparer.Ordinal);

    public IReadOnlyList<ValueMatcher> Entries => entries;

    /// <summary>
    /// The points that a value leads to. Absence leads to the other points, which EventBridge does not include in its limit.
    /// </summary>
    public HashSet<MachinePoint> NextByValue { get; } = [];

    /// <summary>Adds a list, and adds the points that it leads to. All entries that are new here lead to one point.</summary>
    public void Add(Condition condition, HashSet<MachinePoint> reached)
    {
        MachinePoint? shared = null;
        foreach (var entry in condition.Matchers)
        {
            entries.Add(entry);
            if (next.TryGetValue(entry.Identity, out var known)) shared = known;
            else next.Add(entry.Identity, shared ??= new());

            reached.Add(shared);
            if (entry is not Absent) NextByValue.Add(shared);
        }
    }
}
