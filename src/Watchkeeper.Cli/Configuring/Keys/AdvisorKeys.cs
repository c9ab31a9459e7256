using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>What the audits leave out, and how old a finding may become.</summary>
internal static class AdvisorKeys
{
    private static readonly MapSchema Exclusion = new(
        "advisor_exclusion", "an exclusion",
        new KeySchema("check", Formats.Pattern, "The name or id of the check.") { IsRequired = true },
        new KeySchema("resource", Formats.Pattern, "The resource; without it all of them."),
        new KeySchema("until", Formats.Until, "When it ends: no exclusion is for ever.") { IsRequired = true },
        new KeySchema("reason", Formats.Name, "Why, in one line."));

    private static readonly MapSchema Objectives = new(
        "advisor_age_objectives", "a map of severities and ages",
        new KeySchema("critical", Formats.PositiveDuration, "The greatest age of a critical finding."),
        new KeySchema("high", Formats.PositiveDuration, "The greatest age of a high finding."),
        new KeySchema("medium", Formats.PositiveDuration, "The greatest age of a medium finding."),
        new KeySchema("low", Formats.PositiveDuration, "The greatest age of a low finding."),
        new KeySchema("info", Formats.PositiveDuration, "The greatest age of an informational finding."));

    /// <summary>The map.</summary>
    public static MapSchema Map { get; } = new(
        "advisor", "settings of audits",
        new KeySchema("exclusions", new ListSchema("a list of exclusions", Exclusion), "Findings that are accepted until a day."),
        new KeySchema("age_objectives", Objectives, "How old findings may become.")
        {
            Note = "is checked and kept; it has no effect in this version",
        });
}
