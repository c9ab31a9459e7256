using System.Collections.Frozen;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Matchers that can never match, or hardly mean what they say.</summary>
internal static class MatcherMeaning
{
    private static readonly string[] Others = ["severity", "escalations", "damping"];

    // The labels of which Watchkeeper sets every value.
    private static readonly FrozenDictionary<string, string[]> Closed = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["severity"] = [.. Enum.GetValues<Severity>().OrderDescending().Select(value => value.ToKebabCase())],
        ["source"] = [.. Enum.GetValues<SignalSource>().Select(value => value.ToKebabCase())],
        ["kind"] = [.. Enum.GetValues<SignalKind>().Select(value => value.ToKebabCase())],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var text in Texts(root))
        {
            foreach (var warning in ConfiguredMatchers.Parse(text.Value).Warnings)
                problems.Warn(text.Position, text.Path, warning.ToString());
        }

        foreach (var (route, above) in RouteTree.Routes(root))
            CheckAll(RouteMatchers.Of(route), [.. above.SelectMany(RouteMatchers.Of)], problems);
        foreach (var rule in root.Maps("inhibit_rules"))
        {
            CheckAll(RouteMatchers.Of(rule, "source_matchers", "source_match", "source_match_re"), [], problems);
            CheckAll(RouteMatchers.Of(rule, "target_matchers", "target_match", "target_match_re"), [], problems);
        }

        foreach (var part in Others.SelectMany(root.Maps))
            CheckAll(RouteMatchers.Of(part), [], problems);
    }

    private static IEnumerable<CheckedText> Texts(CheckedMap root) =>
        RouteTree.Routes(root).SelectMany(each => each.Route.Texts("matchers"))
            .Concat(root.Maps("inhibit_rules").SelectMany(
                rule => rule.Texts("source_matchers").Concat(rule.Texts("target_matchers"))))
            .Concat(Others.SelectMany(root.Maps).SelectMany(part => part.Texts("matchers")));

    private static void CheckAll(IReadOnlyList<PlacedMatcher> own, IReadOnlyList<PlacedMatcher> above, ProblemSink problems)
    {
        for (var at = 0; at < own.Count; at++)
        {
            var (matcher, position, path) = own[at];
            if (own.Take(at).FirstOrDefault(other => Excludes(other.Matcher, matcher)) is { } rival)
            {
                problems.Error(
                    position, path, $"{matcher} never matches together with {rival.Matcher} in line {rival.Position.Line}");
            }
            else if (above.FirstOrDefault(other => Excludes(other.Matcher, matcher)) is { } higher)
            {
                problems.Error(
                    position, path,
                    $"{matcher} never matches below the route with {higher.Matcher} in line {higher.Position.Line}");
            }

            CheckValue(matcher, own[at], problems);
        }
    }

    private static void CheckValue(Matcher matcher, PlacedMatcher at, ProblemSink problems)
    {
        if (matcher.Operator is MatchOperator.Equal && matcher.Value.Contains('*', StringComparison.Ordinal))
        {
            problems.Warn(
                at.Position, at.Path,
                $"{matcher} compares with a star: for any text write {matcher.Label}=~\".*\", or leave it out");
        }

        if (matcher is not { Operator: MatchOperator.Equal or MatchOperator.Regex, Value.Length: > 0 }
            || !Closed.TryGetValue(matcher.Label, out var values)
            || values.Any(value => matcher.Matches(LabelSet.Empty.With(matcher.Label, value))))
        {
            return;
        }

        var near = matcher.Operator is MatchOperator.Equal ? Nearest.Find(matcher.Value, values) : [];
        if (near.IsEmpty)
        {
            problems.Warn(
                at.Position, at.Path, $"{matcher} never matches: the values of {matcher.Label} are {string.Join(", ", values)}");
        }
        else
        {
            problems.Error(at.Position, at.Path, $"{matcher} never matches: did you mean {string.Join(" or ", near)}?");
        }
    }

    // Two conditions on one label exclude each other if one wants a value that the other refuses.
    private static bool Excludes(Matcher one, Matcher other) =>
        string.Equals(one.Label, other.Label, StringComparison.Ordinal)
        && ((one.Operator is MatchOperator.Equal && !other.Matches(LabelSet.Empty.With(one.Label, one.Value)))
            || (other.Operator is MatchOperator.Equal && !one.Matches(LabelSet.Empty.With(other.Label, other.Value))));
}
