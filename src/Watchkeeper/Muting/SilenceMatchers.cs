using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Muting;

/// <summary>The matchers of a wanted silence.</summary>
/// <param name="Matchers">The matchers; empty if one of them is wrong.</param>
/// <param name="Problems">What is wrong with them.</param>
/// <param name="Warnings">What is valid and hardly meant.</param>
public sealed record SilenceMatchers(
    ImmutableArray<Matcher> Matchers, ImmutableArray<SilenceProblem> Problems, ImmutableArray<SilenceProblem> Warnings)
{
    private const int MaxShown = 60;

    // Far below the greatest row, and more than people write by hand.
    private const int MaxLength = 8_192;

    /// <summary>Reads matchers; each text holds one or several.</summary>
    public static SilenceMatchers Read(ImmutableArray<string> texts)
    {
        var length = texts.Sum(text => text.Length);
        if (length > MaxLength)
        {
            return new([], [Problem(string.Create(
                CultureInfo.InvariantCulture, $"have {length} characters, but at most {MaxLength} are recorded"))], []);
        }

        var parsed = texts.Select(text => (Text: text, Result: MatcherParser.Parse(text))).ToList();
        ImmutableArray<SilenceProblem> problems =
        [
            .. parsed.Where(each => !each.Result.IsAccepted)
                .Select(each => Problem($"«{Shown(each.Text)}»: {each.Result.Error}")),
        ];
        ImmutableArray<Matcher> matchers = problems.IsEmpty ? [.. parsed.SelectMany(each => each.Result.Matchers!.Matchers)] : [];
        if (problems.IsEmpty && matchers.IsEmpty)
            problems = [Problem("are missing: give one or more, such as service=orders; all must match")];
        var warnings = parsed
            .SelectMany(each => each.Result.Warnings.Select(warning => Problem($"«{Shown(each.Text)}»: {warning}")));
        return new(matchers, problems, [.. warnings, .. Rivals(matchers)]);
    }

    /// <summary>What is wrong with the matchers if not everything is meant; null if nothing is.</summary>
    public SilenceProblem? FindEverything() => !Matchers.IsEmpty && MatcherReach.IsEverything(Matchers)
        ? new(
            SilenceField.Everything,
            $"is missing, but {Shown(string.Join(", ", Matchers))} matches every incident, or nearly: add a matcher of what "
            + "shall be quiet, or say that you mean everything")
        : null;

    // Two words of a shell are two texts, and each alone is right.
    private static IEnumerable<SilenceProblem> Rivals(IEnumerable<Matcher> matchers) => matchers
        .Where(matcher => matcher.Operator is MatchOperator.Equal)
        .GroupBy(matcher => matcher.Label, StringComparer.Ordinal)
        .Select(group => group.DistinctBy(matcher => matcher.Value, StringComparer.Ordinal).ToList())
        .Where(group => group.Count > 1)
        .Select(group => new SilenceProblem(
            SilenceField.Matchers,
            $"{Shown(string.Join(", ", group))}: no incident has both values, so nothing is quiet; one matcher with =~ and | "
            + "between the values matches either"));

    private static SilenceProblem Problem(string reason) => new(SilenceField.Matchers, reason);

    private static string Shown(string text) => Text.InertText.Line(text, MaxShown);
}
