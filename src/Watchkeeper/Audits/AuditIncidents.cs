using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>
/// What incidents say of findings. Notifications of Trusted Advisor begin and end incidents too, and come on a best-effort basis: of two,
/// the later one may be missing, so what the audit before told is not all that was told.
/// </summary>
public static class AuditIncidents
{
    /// <summary>
    /// Findings of the audit before that are flagged now and have no incident that lasts: a notification may have ended it, or told of it
    /// since people changed it.
    /// </summary>
    public static ImmutableArray<Fingerprint> InDoubt(
        AuditScope scope, AuditResult result, ImmutableArray<KnownFinding> before, ImmutableArray<Slot> lasting)
    {
        ArgumentNullException.ThrowIfNull(result);
        var rated = FindingKey.Rated(result);
        return
        [
            .. FindingKey.Known(before)
                .Where(pair => pair.Value.State is not FindingState.Gone && rated.TryGetValue(pair.Key, out var row) && !row.Finding.Suppressed)
                .Select(pair => FingerprintOf(scope, result.Check, pair.Key))
                .Except(lasting.Select(slot => slot.Fingerprint)),
        ];
    }

    /// <summary>The slots that are of this check, by what they are about; one that never had an incident says that by its fingerprint only.</summary>
    internal static ImmutableDictionary<FindingKey, Slot> Of(
        AuditScope scope, AuditCheck check, IEnumerable<FindingKey> known, ImmutableArray<Slot> slots)
    {
        var keys = new Dictionary<Fingerprint, FindingKey>();
        // Columns may hold anything: two findings may share a fingerprint.
        foreach (var key in known)
            keys[FingerprintOf(scope, check, key)] = key;
        var mine = ImmutableDictionary.CreateBuilder<FindingKey, Slot>();
        foreach (var slot in slots)
        {
            if (keys.TryGetValue(slot.Fingerprint, out var found))
                mine[found] = slot;
            else if (slot.Incident is { Subject: { Source: SignalSource.Audit } subject }
                && slot.Fingerprint == FingerprintOf(scope, check, KeyOf(subject)))
                mine[KeyOf(subject)] = slot;
        }

        return mine.ToImmutable();
    }

    /// <summary>What was told of a check's findings in all: by the audit before, and before the check looked by others.</summary>
    internal static ImmutableSortedDictionary<FindingKey, KnownFinding> Told(
        DateTimeOffset lookedAt,
        ImmutableSortedDictionary<FindingKey, AuditRow> rated,
        ImmutableSortedDictionary<FindingKey, KnownFinding> before,
        ImmutableDictionary<FindingKey, Slot> incidents)
    {
        var known = before.ToBuilder();
        foreach (var (key, slot) in incidents)
        {
            var audit = known.GetValueOrDefault(key);
            // What people resolved is resolved, though it is flagged.
            if (slot is { Active: null, Last.Reason: not (DecisionReason.Resolved or DecisionReason.NothingToResolve) })
                continue;
            var state = slot.Active is null ? FindingState.Gone : FindingState.Flagged;
            // What was heard after the check had looked is newer; but that people left a finding out was seen just now.
            var isNewer = slot.NewestAt >= lookedAt && rated.GetValueOrDefault(key) is not { Finding.Suppressed: true };
            // Left out and gone are one to an incident; and what was only announced is told in any case.
            if (isNewer
                || audit is { IsAnnounced: true }
                || (audit?.State is FindingState.Flagged) == (state is FindingState.Flagged)
                || slot.NewestAt <= audit?.ToldAt)
                continue;
            if ((audit?.Finding ?? FindingOf(slot.Incident?.Subject)) is { } finding)
                known[key] = new KnownFinding(finding, state, slot.NewestAt);
        }

        return known.ToImmutable();
    }

    private static FindingKey KeyOf(Subject subject) => new(subject.Region, subject.Resource);

    private static Fingerprint FingerprintOf(AuditScope scope, AuditCheck check, FindingKey key) =>
        AuditFingerprint.Of(scope.Account, check.Name, key.Region, key.Resource);

    private static Finding? FindingOf(Subject? subject) => subject is null ? null : new Finding(
        subject.Resource,
        subject.Kind is SignalKind.AuditError ? FindingStatus.Error : FindingStatus.Warning,
        subject.Region,
        subject.Resource,
        Suppressed: false);
}
