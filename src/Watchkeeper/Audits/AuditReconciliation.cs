using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Audits;

/// <summary>
/// Compares what a check finds with the incidents that exist: a flagged finding without an incident fires, an incident whose
/// finding is no longer flagged resolves, and the rest stays. Slots are the only memory: a run that is cut short needs no repair.
/// </summary>
public static class AuditReconciliation
{
    /// <summary>
    /// The findings that may differ from their slots, ordered: all flagged ones, and all that an incident is about.
    /// </summary>
    /// <param name="scope">Where the check looked.</param>
    /// <param name="result">What it found.</param>
    /// <param name="incidents">The slots with an active or dismissed incident, those of other checks too.</param>
    public static ImmutableArray<AuditedFinding> Findings(AuditScope scope, AuditResult result, ImmutableArray<Slot> incidents)
    {
        ArgumentNullException.ThrowIfNull(result);
        // Two resources whose columns make one fingerprint are one finding: an incident can show only one of them.
        var rows = result.Rows.ToLookup(row => FingerprintOf(scope, result.Check, row.Finding));
        var name = InertText.Shorten(result.Check.Name, SubjectLimits.Name);
        var prefix = AuditFingerprint.Create(scope.Account, result.Check.Name, "", "").Text[..^1];
        var slots = incidents.Where(slot => IsOf(slot, name, prefix)).ToDictionary(slot => slot.Fingerprint);
        return
        [
            .. rows.Select(group => group.Key)
                .Union(slots.Keys)
                .OrderBy(key => key.Text, StringComparer.Ordinal)
                .Select(key => new AuditedFinding(
                    scope, result.Check, result.At, key, Shown(rows[key]), slots.GetValueOrDefault(key)))
                .Where(finding => finding.Slot is null ? finding.IsFlagged : finding.Row is not { IsRated: false }),
        ];
    }

    // The worst row that is not suppressed; then what is suppressed, what could not be rated, and what is well.
    private static AuditRow? Shown(IEnumerable<AuditRow> rows) => rows
        .OrderByDescending(row => row switch
        {
            { IsRated: false } => 1,
            { Finding.Status: FindingStatus.Ok } => 0,
            { Finding.Suppressed: true } => 2,
            _ => 3,
        })
        .ThenByDescending(row => row.Finding.Status)
        .ThenBy(row => row.Finding.ResourceId, StringComparer.Ordinal)
        .FirstOrDefault();

    private static Fingerprint FingerprintOf(AuditScope scope, AuditCheck check, Finding finding) =>
        AuditFingerprint.Create(scope.Account, check.Name, finding.Region, finding.Resource);

    // By the name too: the name of one check may begin with that of another and a slash.
    private static bool IsOf(Slot slot, string name, string prefix) =>
        slot.Incident?.Subject is { Source: SignalSource.Audit } subject
        && subject.Name == name
        && slot.Fingerprint.Text.StartsWith(prefix, StringComparison.Ordinal);
}
