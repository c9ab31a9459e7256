using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads matchers in Alertmanager's three forms: a list of texts, exact values, expressions.</summary>
internal static class MatcherReader
{
    /// <summary>The matchers under the keys <c>matchers</c>, <c>match</c> and <c>match_re</c>.</summary>
    /// <param name="part">The part with the keys.</param>
    /// <param name="prefix">What stands before the keys, such as <c>source_</c>.</param>
    public static ImmutableArray<Matcher> Read(ContentPart part, string prefix = "") =>
    [
        .. part.List(prefix + "matchers").SelectMany(Parse),
        .. part.Members(prefix + "match").Select(pair => Matcher.ForMatch(pair.Key, pair.Value.AsText())),
        .. part.Members(prefix + "match_re").Select(pair =>
            Matcher.ForMatchRegex(pair.Key, pair.Value.AsText(), out var reason) ?? throw pair.Value.Refuse(reason)),
    ];

    private static IEnumerable<Matcher> Parse(ContentPart part)
    {
        var result = ConfiguredMatchers.ParseChecked(part.AsText());
        return result.IsAccepted ? result.Matchers.Matchers : throw part.Refuse(result.Error.ToString());
    }
}
