using System.Collections.Immutable;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>A field and a condition on it that some value of an event has to meet so that an alternative can match.</summary>
internal sealed record FieldTest(string Field, Condition Condition)
{
    /// <summary>
    /// What an alternative requires apart from exact values. Conditions that the absence of the field meets require nothing.
    /// </summary>
    public static IEnumerable<FieldTest> In(CompiledPattern pattern, ImmutableArray<BoundCondition> alternative)
    {
        foreach (var condition in alternative)
        {
            var field = pattern.FieldOf(condition);
            if (!condition.MatchesAbsence && RequiredValues.IsPlain(field) && RequiredValues.Exact(condition.Condition) is null)
                yield return new FieldTest(field, condition.Condition);
        }
    }
}
