using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing.Matching;

/// <summary>A matcher whose value no label set has, though they have its label: likely a typing error.</summary>
/// <param name="Matcher">The matcher.</param>
/// <param name="Known">The values of the label that occur.</param>
public sealed record UnknownValue(Matcher Matcher, ImmutableSortedSet<string> Known)
{
    /// <summary>
    /// The matchers that hold of no value that occurs, or leave none out. A matcher of a missing label is none of them, and
    /// nothing is unknown of a label that does not occur.
    /// </summary>
    public static ImmutableArray<UnknownValue> Find(IReadOnlyCollection<LabelSet> labelSets, ImmutableArray<Matcher> matchers)
    {
        ArgumentNullException.ThrowIfNull(labelSets);
        return
        [
            .. matchers.Where(matcher => !IsAboutMissing(matcher))
                .Select(matcher => new UnknownValue(matcher, KnownOf(labelSets, matcher.Label)))
                .Where(each => !each.Known.IsEmpty && each.Known.All(value => each.IsAsIfUnknown(value))),
        ];
    }

    private bool IsAsIfUnknown(string value) =>
        Matcher.Matches(With(Matcher.Label, value)) == Matcher.Operator is MatchOperator.NotEqual or MatchOperator.NotRegex;

    private static bool IsAboutMissing(Matcher matcher) =>
        matcher.Matches(LabelSet.Empty) == matcher.Operator is MatchOperator.Equal or MatchOperator.Regex;

    private static ImmutableSortedSet<string> KnownOf(IEnumerable<LabelSet> labelSets, string label) =>
        labelSets.Select(labels => labels[label]).Where(value => value.Length > 0).ToImmutableSortedSet(StringComparer.Ordinal);

    private static LabelSet With(string label, string value) => LabelSet.Empty.With(label, value);
}
