using System.Collections.Immutable;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>Builds an index of alternatives.</summary>
internal sealed class PatternIndexBuilder
{
    private readonly FieldTree fields = new();
    private readonly KnownValues known = new();
    private readonly List<List<PatternClause>?> clauses = [];
    private readonly List<PatternClause> unconditional = [];
    private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);
    private readonly List<bool> targets = [];

    /// <summary>Adds an alternative.</summary>
    public void Add(Alternative alternative)
    {
        while (targets.Count <= alternative.Target)
            targets.Add(false);
        targets[alternative.Target] = true;
        var tests = ImmutableArray.CreateBuilder<(int Node, Condition Condition)>(alternative.Tests.Length);
        foreach (var test in alternative.Tests)
            tests.Add((fields.AddTested(test.Field), test.Condition));
        var others = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var index = 1; index < alternative.Required.Length; index++)
            others.Add(Number(alternative.Required[index]));
        var clause = new PatternClause(alternative.Target, others.DrainToImmutable(), tests.DrainToImmutable());
        if (alternative.Required.IsEmpty)
        {
            unconditional.Add(clause);
            return;
        }

        foreach (var value in Number(alternative.Required[0]))
        {
            while (clauses.Count <= value)
                clauses.Add(null);
            (clauses[value] ??= []).Add(clause);
        }
    }

    /// <summary>The index of the alternatives so far.</summary>
    public PatternIndex Build()
    {
        var lists = ImmutableArray.CreateBuilder<ImmutableArray<PatternClause>>(known.Count);
        for (var value = 0; value < known.Count; value++)
            lists.Add(value < clauses.Count && clauses[value] is { } list ? [.. list] : []);
        var all = ImmutableArray.CreateBuilder<int>(targets.Count);
        for (var target = 0; target < targets.Count; target++)
        {
            if (targets[target])
                all.Add(target);
        }

        return new PatternIndex(fields, known, lists.MoveToImmutable(), [.. unconditional], all.DrainToImmutable());
    }

    private ImmutableArray<int> Number(RequiredValues required)
    {
        if (!nodes.TryGetValue(required.Field, out var node))
            nodes.Add(required.Field, node = fields.Add(required.Field));
        var numbers = ImmutableArray.CreateBuilder<int>(required.Values.Length);
        foreach (var value in required.Values)
        {
            var number = known.Add(node, value);
            if (!numbers.Contains(number))
                numbers.Add(number);
        }

        return numbers.DrainToImmutable();
    }
}
