using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>
/// Compares what a check finds with what it found before. Suppressed findings, which somebody told Trusted Advisor to leave out,
/// count as not flagged.
/// </summary>
public static class AuditComparison
{
    /// <summary>The changes from one run of a check to the next.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="result">What the check finds now.</param>
    /// <param name="before">
    /// The <see cref="AuditChanges.Snapshot"/> of the run before, or its <see cref="AuditChanges.Announced"/> where it was cut short; empty
    /// for the first.
    /// </param>
    /// <param name="now">When the result was read: the time of what people changed, which the check's own time does not tell.</param>
    public static AuditChanges Compare(AuditScope scope, AuditResult result, ImmutableArray<Finding> before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        // What is seen now is newer than what the check saw, even by a clock that is behind.
        var seen = now > result.At ? now : result.At.AddMilliseconds(1);
        var then = FindingKey.Known(before);
        var announced = then.ToBuilder();
        var rated = FindingKey.Worst(result.Rows.Where(row => row.IsRated), row => row.Finding);
        var unrated = result.Rows.Where(row => !row.IsRated).Select(row => FindingKey.Of(row.Finding)).ToImmutableHashSet();
        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var (key, row) in rated)
        {
            var old = then.GetValueOrDefault(key);
            if (SignalFor(old, row.Finding, result.At, seen) is not { } change)
                continue;
            signals.Add(AuditSignal.Of(scope, result.Check, row.Finding, change, row.Details));
            // One that is taken in again stays known as left out until that is told: the check's own time may be older than the leaving out.
            announced[key] = Announcement(row.Finding with { Suppressed = row.Finding.Suppressed || old is { Suppressed: true } });
        }

        foreach (var (key, old) in then)
        {
            if ((old.Suppressed && !IsAnnouncement(old)) || rated.ContainsKey(key) || unrated.Contains(key))
                continue;
            signals.Add(AuditSignal.Of(scope, result.Check, old, new(FindingChange.Gone, result.At), Details(result, key)));
            announced[key] = Announcement(old);
        }

        var kept = then.Where(pair => unrated.Contains(pair.Key) && !rated.ContainsKey(pair.Key)).Select(pair => pair.Value);
        return new AuditChanges(
            signals.ToImmutable(),
            [.. announced.Values],
            [.. rated.Values.Select(row => row.Finding).Concat(kept).OrderBy(FindingKey.Of, FindingKey.Order)]);
    }

    private static DatedChange? SignalFor(Finding? old, Finding found, DateTimeOffset at, DateTimeOffset now) => (old, found) switch
    {
        ({ Suppressed: false }, { Suppressed: true }) => new(FindingChange.LeftOut, now),
        // Whether a run that was cut short got to tell it, nobody knows.
        ({ Suppressed: true } before, { Suppressed: true }) when IsAnnouncement(before) => new(FindingChange.LeftOut, now),
        (_, { Suppressed: true }) => null,
        // Taken in again: the check itself may not have looked since, so its time would be older than that of the leaving out.
        ({ Suppressed: true }, _) => new(FindingChange.Flagged, now),
        ({ } before, _) when before.Status == found.Status => null,
        _ => new(FindingChange.Flagged, at),
    };

    // No snapshot of a whole run holds a finding that is well.
    private static bool IsAnnouncement(Finding finding) => finding.Status is FindingStatus.Ok;

    private static Finding Announcement(Finding finding) => finding with { Status = FindingStatus.Ok };

    private static string Details(AuditResult result, FindingKey key) =>
        result.Rows.FirstOrDefault(row => row.IsRated && FindingKey.Of(row.Finding) == key)?.Details ?? "";
}
