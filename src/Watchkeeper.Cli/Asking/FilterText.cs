using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Cli.Asking;

/// <summary>Reads the values of <c>--filter</c>.</summary>
internal static class FilterText
{
    // What looks like a label and is none: a filter by it would find nothing, and silently.
    private static readonly ImmutableDictionary<string, string> NoLabels = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = "the option --status",
        ["day"] = "the option --day",
        ["id"] = "the command «incident ID»",
        ["acknowledged_by"] = "the option --status acknowledged",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The matchers of all values; each value may hold several. Warnings go to the screen.</summary>
    /// <exception cref="AskException">A value is no matcher.</exception>
    public static MatcherSet Parse(IEnumerable<string> values, Screen screen)
    {
        var matchers = ImmutableArray.CreateBuilder<Matcher>();
        foreach (var value in values)
        {
            var parsed = MatcherParser.Parse(value, NoLabels);
            if (!parsed.IsAccepted)
                throw new AskException($"--filter is «{value}»: {parsed.Error}");
            foreach (var warning in parsed.Warnings)
                screen.Note($"--filter «{value}»: {warning}");
            matchers.AddRange(parsed.Matchers.Matchers);
        }

        return new MatcherSet(matchers.ToImmutable());
    }
}
