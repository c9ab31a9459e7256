using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Reactions;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The limits of reactions.</summary>
internal static class ReactionKeys
{
    private static readonly TextSchema Cooldown = new(
        "a duration from 2m to 1d",
        text => Formats.PositiveDuration.Refuse(text) ?? (DurationText.Parse(text) is { } time
            && time >= ReactionOptions.MinCooldown && time <= TimeSpan.FromDays(1)
                ? null
                : $"is «{text}»: it must be from 2m to 1d"));

    /// <summary>The map.</summary>
    public static MapSchema Map { get; } = new(
        "reactions", "limits of reactions",
        new KeySchema(
            "mode", new ChoiceSchema("off", "dry-run", "auto"), "What reactions may do. Default: the template's parameter."),
        new KeySchema("stopped", Formats.Flag, "The global stop. The template's parameter stops them too."),
        new KeySchema("cooldown", Cooldown, "The least time between two reactions on one target."),
        new KeySchema("per_hour", new NumberSchema(0, 1000), "The most reactions in an hour, over all targets."),
        new KeySchema("scale_step", new NumberSchema(1, 100), "How many instances a reaction adds."),
        new KeySchema(
            "healthy_percent", new NumberSchema(0, 100),
            "How much of a group must be in service before an instance is replaced."));
}
