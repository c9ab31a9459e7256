using Watchkeeper.Cli.Asking;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Routes;

/// <summary>Labels as arguments: <c>label=value</c>, the value in quotes or not, as amtool reads them.</summary>
internal static class RouteLabels
{
    /// <exception cref="AskException">An argument is no label with a value.</exception>
    public static LabelSet Parse(IEnumerable<string> arguments) => LabelSet.From(arguments.Select(ParseOne).ToList());

    private static KeyValuePair<string, string> ParseOne(string argument)
    {
        var result = ClassicMatcherParser.ParseOne(argument);
        if (!result.IsAccepted)
            throw new AskException($"«{argument}» is no label with a value, such as severity=critical: {result.Error.Reason}");
        return result.Matchers.Matchers is [{ Operator: MatchOperator.Equal } matcher]
            ? KeyValuePair.Create(matcher.Label, matcher.Value)
            : throw new AskException($"«{argument}» must be one label, = and a value, such as severity=critical");
    }
}
