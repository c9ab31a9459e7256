using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Yaml;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>A matcher with the place where it stands.</summary>
internal sealed record PlacedMatcher(Matcher Matcher, FilePosition Position, string Path);

/// <summary>The matchers of a part, in all of Alertmanager's forms.</summary>
internal static class RouteMatchers
{
    private static readonly string[] Keys = ["matchers", "match", "match_re"];

    /// <summary>The matchers of a route, or of another part with the key <c>matchers</c>.</summary>
    public static IReadOnlyList<PlacedMatcher> Of(CheckedMap part) => Of(part, Keys[0], Keys[1], Keys[2]);

    /// <summary>Whether there are matchers that cannot be read, so that nobody knows what the part takes.</summary>
    public static bool AreUnclear(CheckedMap part) => Keys.Any(part.IsWrong);

    /// <summary>The matchers under three keys: the list, the exact values, the expressions.</summary>
    public static IReadOnlyList<PlacedMatcher> Of(CheckedMap part, string list, string equal, string expressions) =>
    [
        .. part.Texts(list).SelectMany(text => (ConfiguredMatchers.Parse(text.Value).Matchers?.Matchers ?? [])
            .Select(matcher => new PlacedMatcher(matcher, text.Position, text.Path))),
        .. Pairs(part, equal, MatchOperator.Equal),
        .. Pairs(part, expressions, MatchOperator.Regex),
    ];

    private static IEnumerable<PlacedMatcher> Pairs(CheckedMap part, string key, MatchOperator @operator) =>
        (part.Map(key)?.Members ?? []).Where(member => member.Value is CheckedText).Select(member =>
            new PlacedMatcher(
                new Matcher(member.Name, @operator, ((CheckedText)member.Value).Value), member.Position, member.Value.Path));
}
