using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Counting;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>A match as an event to count, and the answer in words.</summary>
public static class DetectionCount
{
    /// <summary>
    /// The event to count; null if the detection has no threshold. Refused calls are counted apart from successful ones, because
    /// their severity differs.
    /// </summary>
    /// <param name="match">The match.</param>
    /// <param name="eventId">The event's id, the same for each delivery.</param>
    /// <param name="account">The affected account.</param>
    /// <param name="at">The time of the event.</param>
    internal static CountedEvent? From(DetectionMatch match, string eventId, string account, DateTimeOffset at)
    {
        if (match.Detection.Threshold is not { } threshold)
            return null;
        var mark = Mark(eventId);
        return new CountedEvent
        {
            Threshold = threshold.Limit,
            Key = StableHash.Compute(
                ["count", match.Detection.Id, account, match.ErrorCode.Length > 0 ? "refused" : "", .. match.CountedBy]),
            Event = mark,
            Values = threshold.Distinct is null ? [mark] : Marks(match.Distinct, threshold.Limit.Count),
            At = at,
            Field = threshold.Distinct?.Name ?? "",
        };
    }

    /// <summary>The signal with what was counted, before what happened last: how many, of what, since when.</summary>
    public static Signal Describe(Signal signal, CountedEvent counted, CountDecision decision)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(decision);
        return signal with
        {
            Reason = InertText.Line($"{Words(counted, decision)}: {signal.Reason}", SubjectLimits.Description),
            Subject = decision.Answer.Standing is CountStanding.Below
                ? signal.Subject
                : signal.Subject with { Labels = Labels(signal.Subject.Labels, counted, decision.Answer.Count) },
        };
    }

    private static LabelSet Labels(LabelSet labels, CountedEvent counted, int count) => LabelSet.From(
    [
        .. labels,
        new(
            SubjectLabels.Count,
            string.Create(CultureInfo.InvariantCulture, $"{count}{(count >= counted.Threshold.Capacity ? "+" : "")}")),
        new(SubjectLabels.CountOf, counted.Field),
        new(SubjectLabels.CountMinutes, counted.Threshold.Minutes.ToString(CultureInfo.InvariantCulture)),
    ]);

    private static string Words(CountedEvent counted, CountDecision decision)
    {
        var ((standing, count), threshold) = (decision.Answer, counted.Threshold);
        var number = standing is CountStanding.Below
            ? string.Create(CultureInfo.InvariantCulture, $"{count} of {threshold.Count}")
            : string.Create(CultureInfo.InvariantCulture, $"{count}{(count >= threshold.Capacity ? " or more" : "")}");
        var what = counted.Field.Length > 0 ? $"different values of {counted.Field}" : "events";
        var minutes = threshold.Minutes == 1 ? "minute" : "minutes";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{number} {what} within {threshold.Minutes} {minutes}, since {decision.Since:yyyy-MM-dd HH:mm:ss}Z; this one");
    }

    // More different values in one event than the threshold counts reach it by themselves.
    private static ImmutableArray<string> Marks(ImmutableArray<string> values, int most) =>
        values.IsEmpty ? [Mark("")] : [.. values.Take(most).Select(Mark)];

    private static string Mark(string value) => StableHash.Compute("mark", value)[..CountedEvent.MarkLength];
}
