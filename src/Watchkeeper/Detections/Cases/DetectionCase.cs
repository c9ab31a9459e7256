using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Cases;

/// <summary>A test of a detection.</summary>
/// <param name="Name">What the event shows.</param>
/// <param name="Expected">The expected outcome.</param>
/// <param name="Event">The event, at least its <c>{"detail":{…}}</c>.</param>
/// <param name="Values">
/// The expected values of the fingerprint's fields, in order; null if the case does not specify them.
/// </param>
/// <param name="ActValues">The expected values of the act's fields, in the same form.</param>
public sealed record DetectionCase(
    string Name, DetectionOutcome Expected, JsonElement Event, IReadOnlyList<string>? Values, IReadOnlyList<string>? ActValues)
{
    /// <summary>The expected severity of a match; null if the case does not specify it.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Whether the detection must match.</summary>
    public bool Matches => Expected is DetectionOutcome.Match;

    /// <summary>Runs the case. Null if it passes, else the failure.</summary>
    public string? Run(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        var match = DetectionMatch.Find(detection, Event);
        var undone = UndoneMatch.Find(detection, Event);
        return Expected switch
        {
            DetectionOutcome.Match when match is null => "it does not match, and should",
            DetectionOutcome.NoMatch when match is not null => "it matches, and should not",
            DetectionOutcome.Undone when undone is null => "it does not undo the act, and should",
            DetectionOutcome.NotUndone when undone is not null => "it undoes the act, and should not",
            DetectionOutcome.Match => Compare(match!.Severity)
                ?? Compare("fingerprint", match.Values, Values) ?? Compare("act", match.ActValues, ActValues),
            DetectionOutcome.Undone => Compare("fingerprint", undone!.Values, Values),
            _ => null,
        };
    }

    private string? Compare(Severity found) => Severity is null || found == Severity
        ? null
        : $"the severity is {found.ToKebabCase()}, and should be {Severity.Value.ToKebabCase()}";

    private static string? Compare(string what, ImmutableArray<string> found, IReadOnlyList<string>? expected) =>
        expected is null || found.SequenceEqual(expected, StringComparer.Ordinal)
            ? null
            : $"the {what}'s values are [{string.Join(", ", found)}], and should be [{string.Join(", ", expected)}]";
}
