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
    /// <param name="before">The <see cref="AuditChanges.Snapshot"/> of the run before; empty for the first.</param>
    /// <param name="now">When the result was read: the time of what people changed, which the check's own time does not tell.</param>
    public static AuditChanges Compare(AuditScope scope, AuditResult result, ImmutableArray<Finding> before, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        var then = FindingKey.Worst(before, finding => finding);
        var rated = FindingKey.Worst(result.Rows.Where(row => row.IsRated), row => row.Finding);
        var unrated = result.Rows.Where(row => !row.IsRated).Select(row => FindingKey.Of(row.Finding)).ToImmutableHashSet();
        var signals = ImmutableArray.CreateBuilder<Signal>();
        foreach (var (key, row) in rated)
        {
            var old = then.GetValueOrDefault(key);
            if (SignalFor(old, row.Finding, result.At, now) is { } change)
                signals.Add(AuditSignal.Of(scope, result.Check, row.Finding, change, row.Details));
        }

        foreach (var (key, old) in then)
        {
            if (!old.Suppressed && !rated.ContainsKey(key) && !unrated.Contains(key))
                signals.Add(AuditSignal.Of(scope, result.Check, old, new(FindingChange.Gone, result.At), Details(result, key)));
        }

        var kept = then.Where(pair => unrated.Contains(pair.Key) && !rated.ContainsKey(pair.Key)).Select(pair => pair.Value);
        return new AuditChanges(
            signals.ToImmutable(), [.. rated.Values.Select(row => row.Finding).Concat(kept).OrderBy(FindingKey.Of, FindingKey.Order)]);
    }

    private static DatedChange? SignalFor(Finding? old, Finding found, DateTimeOffset at, DateTimeOffset now) => (old, found) switch
    {
        ({ Suppressed: false }, { Suppressed: true }) => new(FindingChange.LeftOut, now),
        (_, { Suppressed: true }) => null,
        // Taken in again: the check itself may not have looked since, so its time would be older than that of the leaving out.
        ({ Suppressed: true }, _) => new(FindingChange.Flagged, now),
        ({ } before, _) when before.Status == found.Status => null,
        _ => new(FindingChange.Flagged, at),
    };

    private static string Details(AuditResult result, FindingKey key) =>
        result.Rows.FirstOrDefault(row => row.IsRated && FindingKey.Of(row.Finding) == key)?.Details ?? "";
}
