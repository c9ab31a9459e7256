using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Audits;

/// <summary>Brings incidents in line with what a check found, each by its own conditional write.</summary>
internal sealed class FindingRecorder(ISlotStore slots, SignalIntake intake, IntakeObserver observer, TimeProvider time)
{
    /// <summary>The slots of audits with an active or dismissed incident.</summary>
    public async Task<ImmutableArray<Slot>> ReadIncidentsAsync(CancellationToken cancellationToken)
    {
        var incidents = ImmutableArray.CreateBuilder<Slot>();
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
        {
            if (slot.Incident is { Subject.Source: SignalSource.Audit })
                incidents.Add(slot);
        }

        await foreach (var slot in slots.ListDismissedAsync(cancellationToken))
            incidents.Add(slot);
        // A person may have dismissed one between the two lists.
        return [.. incidents.DistinctBy(slot => slot.Fingerprint)];
    }

    /// <summary>Records what changed.</summary>
    /// <param name="scope">The account.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="incidents">The answer of <see cref="ReadIncidentsAsync"/>, once for a whole run.</param>
    /// <param name="trace">The tracing header for the signals.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<ImmutableArray<IntakeResult>> RecordAsync(
        AuditScope scope, AuditResult result, ImmutableArray<Slot> incidents, string? trace, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<IntakeResult>();
        foreach (var finding in AuditReconciliation.Findings(scope, result, incidents))
        {
            var now = time.GetUtcNow();
            var recorded = await intake.ReconcileAsync(
                finding.Slot,
                slot => finding.SignalFor(slot, now) is { } signal ? signal with { Trace = trace } : null,
                cancellationToken);
            if (recorded is null)
                continue;
            observer.Recorded(recorded, time.GetUtcNow());
            results.Add(IntakeResult.From(recorded));
        }

        return results.ToImmutable();
    }
}
