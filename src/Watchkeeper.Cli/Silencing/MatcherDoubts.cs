using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Silencing;

/// <summary>Says which matchers are likely misspelt: labels and values that no incident has.</summary>
internal static class MatcherDoubts
{
    private const int MaxKnown = 6;

    /// <summary>The doubts, one line each; none among no incidents.</summary>
    /// <param name="matchers">The matchers.</param>
    /// <param name="incidents">The labels of what is active or ended in the last days.</param>
    /// <param name="days">How many days these are.</param>
    public static ImmutableArray<string> Of(
        ImmutableArray<Matcher> matchers, IReadOnlyCollection<LabelSet> incidents, int days)
    {
        var none = string.Create(CultureInfo.InvariantCulture, $"no incident of the last {days} days");
        var unknown = new MatcherSet(matchers).FindUnknownLabels(incidents);
        return
        [
            .. unknown.Names.Select(name => $"{none} has the label {name}{Hint(name, unknown.Known)}"),
            .. UnknownValue.Find(incidents, matchers).Select(each => Words(each, none)),
        ];
    }

    private static string Words(UnknownValue unknown, string none) => unknown.Matcher.Operator switch
    {
        MatchOperator.Equal or MatchOperator.Regex =>
            $"{none} has {unknown.Matcher}{Hint(unknown.Matcher.Value, unknown.Known)}",
        _ => $"{unknown.Matcher} leaves {none} out{Hint(unknown.Matcher.Value, unknown.Known)}",
    };

    private static string Hint(string typed, ImmutableSortedSet<string> known) => Nearest.Question(typed, known) switch
    {
        "" => $"; known: {string.Join(", ", known.Take(MaxKnown))}{(known.Count > MaxKnown ? " …" : "")}",
        var question => question,
    };
}
