using System.Collections.Immutable;

namespace Watchkeeper.Routing.Matching;

/// <summary>
/// Matchers of a configuration file, which may come from any Alertmanager: where its two grammars disagree, the classic one
/// counts, as it does there, and the disagreement is a warning. Labels with other characters than the classic grammar's are read
/// too.
/// </summary>
public static class ConfiguredMatchers
{
    /// <summary>
    /// The result of <see cref="Parse"/> without its warnings, in half the time: whatever the classic grammar accepts, counts.
    /// </summary>
    public static MatcherParseResult ParseChecked(string text) =>
        ClassicMatcherParser.Parse(text) is { IsAccepted: true } classic ? classic : MatcherParser.Parse(text);

    /// <summary>Parses a list of matchers, which may be empty. No text makes it throw.</summary>
    public static MatcherParseResult Parse(string text)
    {
        var strict = MatcherParser.Parse(text);
        if (ClassicMatcherParser.Parse(text) is not { IsAccepted: true, Matchers: { } classic })
            return strict;
        if (!strict.IsAccepted)
            return Accept(text, classic, "Alertmanager since 0.27 refuses this");
        return AreSame(strict.Matchers.Matchers, classic.Matchers)
            ? strict
            : Accept(text, classic, "Alertmanager reads this in two ways, and the older one counts");
    }

    private static MatcherParseResult Accept(string text, MatcherSet classic, string reason) => MatcherParseResult.Accepted(
        classic, [new MatcherProblem(0, text.EnumerateRunes().Count(), reason, string.Join(",", classic.Matchers))]);

    private static bool AreSame(ImmutableArray<Matcher> one, ImmutableArray<Matcher> other) =>
        one.Length == other.Length && one.Zip(other).All(pair =>
            pair.First.Operator == pair.Second.Operator
            && string.Equals(pair.First.Label, pair.Second.Label, StringComparison.Ordinal)
            && string.Equals(pair.First.Value, pair.Second.Value, StringComparison.Ordinal));
}
