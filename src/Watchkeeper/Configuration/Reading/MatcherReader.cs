using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads matchers in Alertmanager's three forms: a list of texts, exact values, expressions.</summary>
internal static class MatcherReader
{
    /// <summary>The matchers under the keys <c>matchers</c>, <c>match</c> and <c>match_re</c>.</summary>
    public static ImmutableArray<Matcher> Read(ContentPart part) =>
    [
        .. part.List("matchers").SelectMany(Parse),
        .. part.Members("match").Select(pair => Matcher.ForMatch(pair.Key, pair.Value.AsText())),
        .. part.Members("match_re").Select(pair =>
            Matcher.ForMatchRegex(pair.Key, pair.Value.AsText(), out var reason) ?? throw pair.Value.Refuse(reason)),
    ];

    private static IEnumerable<Matcher> Parse(ContentPart part)
    {
        var result = ConfiguredMatchers.ParseChecked(part.AsText());
        return result.IsAccepted ? result.Matchers.Matchers : throw part.Refuse(result.Error.ToString());
    }
}
