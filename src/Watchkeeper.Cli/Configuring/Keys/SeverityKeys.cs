using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Rules that set a severity. The first one that matches counts, after a declaration of the alarm's own.</summary>
internal static class SeverityKeys
{
    /// <summary>A rule.</summary>
    public static MapSchema Map { get; } = new(
        "severity_rule", "a severity rule",
        new KeySchema("matchers", MatcherKeys.List, "Matchers over the incident's labels; severity itself is not known yet."),
        new KeySchema(
            "names", new ListSchema("a list of names", Formats.Pattern),
            "Names of alarms, detections or checks; one must match."),
        new KeySchema("severity", Formats.Severity, "The severity.") { IsRequired = true })
    {
        Also = (rule, problems) =>
        {
            if (!rule.Texts("matchers").Any() && !rule.Texts("names").Any())
                problems.Error(rule.Position, rule.Path, "matches everything: give matchers or names");
        },
    };
}
