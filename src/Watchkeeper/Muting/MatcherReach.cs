using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>
/// Whether matchers leave nothing out, as far as one can tell without incidents. Alertmanager asks whether every matcher matches
/// the empty value; this asks further, so that <c>severity=~".+"</c> is found too.
/// </summary>
public static class MatcherReach
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Known =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["severity"] = [.. Enum.GetValues<Severity>().Select(value => value.ToKebabCase())],
            ["source"] = [.. Enum.GetValues<SignalSource>().Select(value => value.ToKebabCase())],
            ["kind"] = [.. Enum.GetValues<SignalKind>().Select(value => value.ToKebabCase())],
        }.ToImmutableDictionary(StringComparer.Ordinal);

    // Values of labels that nobody has in common but that they are values.
    private static readonly ImmutableArray<string> Odd = ["a", "Z9", "0", "-", "q w", "ä語", "%$#.*/\\:@", new string('x', 256)];

    // Every incident has a name. Any other label may be missing, and then its value is empty.
    private const string Name = "name";

    /// <summary>Whether all of the matchers match whatever an incident may have.</summary>
    public static bool IsEverything(ImmutableArray<Matcher> matchers) => matchers.All(MatchesAnything);

    private static bool MatchesAnything(Matcher matcher) => ValuesOf(matcher.Label).All(value =>
        matcher.Matches(LabelSet.Empty.With(matcher.Label, value)));

    private static IEnumerable<string> ValuesOf(string label) =>
        Known.TryGetValue(label, out var values) ? values : label == Name ? Odd : Odd.Prepend("");
}
