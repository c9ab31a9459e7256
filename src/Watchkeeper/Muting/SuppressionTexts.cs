using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>The reasons of suppressions in words, for <c>why</c> and for the message that follows.</summary>
internal static class SuppressionTexts
{
    private const int MaxDetail = 256;

    public static Suppression Silenced(Silence silence) => new(
        SuppressionKind.Silence, silence.Id, Line($"{silence.By}: {silence.Reason}"), silence.EndsAt);

    public static Suppression Inhibited(InhibitRule rule, Firing source) => new(
        SuppressionKind.Inhibition,
        source.Id,
        Line(string.Create(
            CultureInfo.InvariantCulture, $"{NameOf(rule)}: {source.Severity.ToKebabCase()} {source.Title}")));

    public static Suppression DependsOn(ImmutableArray<string> chain, Firing source) => new(
        SuppressionKind.Dependency,
        source.Id,
        Line($"{string.Join(" → ", chain)}: {source.Severity.ToKebabCase()} {source.Title}"));

    public static Suppression Muted(ImmutableArray<string> intervals, DateTimeOffset? until) =>
        new(SuppressionKind.TimeInterval, Line(string.Join(", ", intervals)), "", until);

    private static string NameOf(InhibitRule rule) => rule.Name.Length > 0
        ? rule.Name
        : $"{string.Join(", ", rule.Source)} inhibits {string.Join(", ", rule.Target)}";

    private static string Line(string text) => InertText.Shorten(InertText.Line(text), MaxDetail);
}
