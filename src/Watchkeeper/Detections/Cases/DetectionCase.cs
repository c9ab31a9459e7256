using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Counting;
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

    /// <summary>
    /// The events, in order of arrival, of a test of a detection with a threshold; the <see cref="Event"/> is then the first.
    /// Empty for a test of one event.
    /// </summary>
    public ImmutableArray<CaseEvent> Events { get; init; } = [];

    /// <summary>Whether the detection must match, or one of <see cref="Events"/> must reach the threshold.</summary>
    public bool Matches => Expected is DetectionOutcome.Match;

    /// <summary>Runs the case. Null if it passes, else the failure.</summary>
    public string? Run(Detection detection)
    {
        ArgumentNullException.ThrowIfNull(detection);
        if (!Events.IsEmpty)
            return RunAll(detection);
        var match = DetectionMatch.Find(detection, Event);
        var undone = UndoneMatch.Find(detection, Event);
        return Expected switch
        {
            DetectionOutcome.Match when match is null => "it does not match, and should",
            DetectionOutcome.NoMatch when match is not null => "it matches, and should not",
            DetectionOutcome.Undone when undone is null => "it does not undo the act, and should",
            DetectionOutcome.NotUndone when undone is not null => "it undoes the act, and should not",
            DetectionOutcome.Match => Compare(match!),
            DetectionOutcome.Undone => Compare("fingerprint", undone!.Values, Values),
            _ => null,
        };
    }

    private string? RunAll(Detection detection)
    {
        if (detection.Threshold is null)
            return "it has several events, and the detection has no threshold";
        var (number, match) = FirstReaching(detection);
        return Expected switch
        {
            DetectionOutcome.Match when match is null => "its events do not reach the threshold, and should",
            DetectionOutcome.Match => Compare(match),
            _ when match is not null => string.Create(null, $"its event {number} reaches the threshold, and should not"),
            _ => null,
        };
    }

    private (int Number, DetectionMatch? Match) FirstReaching(Detection detection)
    {
        var windows = new Dictionary<string, CountWindow>(StringComparer.Ordinal);
        for (var place = 0; place < Events.Length; place++)
        {
            var one = Events[place];
            if (DetectionMatch.Find(detection, one.Json) is not { } match)
                continue;
            var counted = DetectionCount.From(match, one.Id, account: "", one.At)!;
            var decision = CountDecision.Decide(windows.GetValueOrDefault(counted.Key, CountWindow.Empty), counted);
            if (decision.Answer.IsReached)
                return (place + 1, match);
            if (decision.Next is { } next)
                windows[counted.Key] = next;
        }

        return (0, null);
    }

    private string? Compare(DetectionMatch match) => Compare(match.Severity)
        ?? Compare("fingerprint", match.Values, Values) ?? Compare("act", match.ActValues, ActValues);

    private string? Compare(Severity found) => Severity is null || found == Severity
        ? null
        : $"the severity is {found.ToKebabCase()}, and should be {Severity.Value.ToKebabCase()}";

    private static string? Compare(string what, ImmutableArray<string> found, IReadOnlyList<string>? expected) =>
        expected is null || found.SequenceEqual(expected, StringComparer.Ordinal)
            ? null
            : $"the {what}'s values are [{string.Join(", ", found)}], and should be [{string.Join(", ", expected)}]";
}
