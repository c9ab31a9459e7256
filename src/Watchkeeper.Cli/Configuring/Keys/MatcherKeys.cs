using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Routing.Matching;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Matchers, in Alertmanager's text form and in its older map form.</summary>
internal static class MatcherKeys
{
    /// <summary>One text with one matcher or several.</summary>
    public static TextSchema Matcher { get; } = new("a matcher such as service=\"orders\" or severity=~\"high|critical\"", Refuse)
    {
        Examples = ["severity=\"critical\"", "service=~\"orders|payment\""],
    };

    /// <summary>A list of matchers that must all match.</summary>
    public static ListSchema List { get; } = new("a list of matchers", Matcher);

    /// <summary>Labels with the exact values that they must have.</summary>
    public static DictionarySchema Equal { get; } = new("a map of labels and their values", Formats.Text, RefuseLabel);

    /// <summary>Labels with expressions that must match their whole values.</summary>
    public static DictionarySchema Expressions { get; } =
        new("a map of labels and regular expressions", Formats.Expression, RefuseLabel);

    // Indented too far, a route's own keys end up among the labels.
    private static string? RefuseLabel(string text) =>
        text is "mute_time_intervals" or "active_time_intervals" or "group_by" or "routes" or "matchers" or "continue"
            ? "is a key of the route, not a label: indent it as far as the key above it"
            : Formats.RefuseLabel(text);

    private static string? Refuse(string text) => ConfiguredMatchers.Parse(text).Error is { } error
        ? $"is no matcher: {error}"
        : null;
}
