using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>
/// Compares what a check finds with what it found before. Suppressed findings, which somebody told Trusted Advisor to leave out,
/// count as not flagged.
/// </summary>
public static class AuditComparison
{
    // Far longer than clocks are wrong, and than a check may answer with a result older than its last.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>The changes from one run of a check to the next.</summary>
    /// <param name="scope">Where.</param>
    /// <param name="result">What the check finds now.</param>
    /// <param name="before">
    /// The <see cref="AuditChanges.Snapshot"/> of the run before, or its <see cref="AuditChanges.Announced"/> where it was cut short; empty
    /// for the first.
    /// </param>
    /// <param name="incidents">The incidents that last, those of other checks too, and the slots of the findings <see cref="AuditIncidents.InDoubt"/>.</param>
    /// <param name="now">When the result was read: the time of what people changed, which the check's own time does not tell.</param>
    public static AuditChanges Compare(
        AuditScope scope, AuditResult result, ImmutableArray<KnownFinding> before, ImmutableArray<Slot> incidents, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        var known = FindingKey.Known(before);
        var rated = FindingKey.Rated(result);
        var heard = AuditIncidents.Of(scope, result.Check, known.Keys, incidents);
        var then = AuditIncidents.Told(result.At, rated, known, heard);
        var unrated = result.Rows.Where(row => !row.IsRated).Select(row => FindingKey.Of(row.Finding)).ToImmutableHashSet();
        var signals = ImmutableArray.CreateBuilder<Signal>();
        var announced = then.ToBuilder();
        var snapshot = then.ToBuilder();
        foreach (var key in then.Keys.Union(rated.Keys).Order(FindingKey.Order))
        {
            var (row, old) = (rated.GetValueOrDefault(key), then.GetValueOrDefault(key));
            if (old?.LookedAt > result.At || (row is null && unrated.Contains(key)))
                continue;
            var found = new KnownFinding(row?.Finding ?? old!.Finding, StateOf(row), old?.ToldAt, LookedAt: old?.LookedAt);
            if (IsTold(old, found))
            {
                var at = TimeOf(found, old, result.At, Seen(result, heard.GetValueOrDefault(key), now));
                var told = found with { ToldAt = at, LookedAt = result.At };
                signals.Add(AuditSignal.Of(scope, result.Check, told, row?.Details ?? Details(result, key)));
                snapshot[key] = told;
                announced[key] = told with { IsAnnounced = true };
            }
            else if (found.State is FindingState.Gone && !(found.ToldAt > result.At - Remembered))
            {
                snapshot.Remove(key);
            }
            else
            {
                snapshot[key] = found;
            }
        }

        return new AuditChanges(signals.ToImmutable(), [.. announced.Values], [.. snapshot.Values]);
    }

    private static FindingState StateOf(AuditRow? row) => row switch
    {
        null => FindingState.Gone,
        { Finding.Suppressed: true } => FindingState.LeftOut,
        _ => FindingState.Flagged,
    };

    private static bool IsTold(KnownFinding? old, KnownFinding found) => old switch
    {
        null => found.State is FindingState.Flagged,
        // Whether a run that was cut short got to tell it, nobody knows.
        { IsAnnounced: true } => true,
        { State: FindingState.Flagged } => !old.Says(found),
        _ => found.State is FindingState.Flagged,
    };

    // What is seen now is newer than what the check saw, and than what was heard, even by a clock that is behind.
    private static DateTimeOffset Seen(AuditResult result, Slot? heard, DateTimeOffset now)
    {
        var last = heard is not null && heard.NewestAt > result.At ? heard.NewestAt : result.At;
        return now > last ? now : last.AddMilliseconds(1);
    }

    // Told again as it was announced, it may bear the same time, and is known by it; otherwise it is later than what was told before.
    private static DateTimeOffset TimeOf(KnownFinding found, KnownFinding? old, DateTimeOffset looked, DateTimeOffset seen)
    {
        var own = found.State is FindingState.LeftOut || old?.State is FindingState.LeftOut ? seen : looked;
        return old?.ToldAt is not { } told || own > told ? own : old.Says(found) ? told : told.AddMilliseconds(1);
    }

    private static string Details(AuditResult result, FindingKey key) =>
        result.Rows.FirstOrDefault(row => row.IsRated && FindingKey.Of(row.Finding) == key)?.Details ?? "";
}
