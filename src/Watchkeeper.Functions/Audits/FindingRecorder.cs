using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Audits;

/// <summary>
/// Takes what one check found: compare, announce what changed, record the signals, and only then replace the snapshot. Cut short anywhere,
/// the next run tells of all that was announced again, as it is by then: signals that were recorded are known by their ids, and what has
/// changed back meanwhile is told too. Incidents that notifications began or ended since the run before are compared with as well.
/// </summary>
public sealed class FindingRecorder(IAuditSnapshots snapshots, ISlotStore slots, ISignalSink sink, TimeProvider time)
{
    /// <summary>The incidents of audits that last.</summary>
    public async Task<ImmutableArray<Slot>> ReadActiveAsync(CancellationToken cancellationToken)
    {
        var lasting = ImmutableArray.CreateBuilder<Slot>();
        await foreach (var slot in slots.ListActiveAsync(cancellationToken))
        {
            if (slot.Incident is { Subject.Source: SignalSource.Audit })
                lasting.Add(slot);
        }

        return lasting.ToImmutable();
    }

    /// <summary>Records what changed.</summary>
    /// <param name="scope">The account.</param>
    /// <param name="result">What the check found.</param>
    /// <param name="lasting">The answer of <see cref="ReadActiveAsync"/>, once for a whole run.</param>
    /// <param name="trace">The tracing header for the signals.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<ImmutableArray<IntakeResult>> RecordAsync(
        AuditScope scope, AuditResult result, ImmutableArray<Slot> lasting, string? trace, CancellationToken cancellationToken)
    {
        var before = await snapshots.ReadAsync(result.Check.Id, cancellationToken);
        var incidents = await IncidentsAsync(scope, result, before, lasting, cancellationToken);
        var changes = AuditComparison.Compare(scope, result, before, incidents, time.GetUtcNow());
        if (!changes.Announced.SequenceEqual(before))
            await snapshots.ReplaceAsync(result.Check.Id, changes.Announced, cancellationToken);
        var results = ImmutableArray.CreateBuilder<IntakeResult>(changes.Signals.Length);
        foreach (var signal in changes.Signals)
            results.Add(await sink.RecordAsync(signal with { Trace = trace }, cancellationToken));
        if (!changes.Snapshot.SequenceEqual(changes.Announced))
            await snapshots.ReplaceAsync(result.Check.Id, changes.Snapshot, cancellationToken);
        return results.ToImmutable();
    }

    private async Task<ImmutableArray<Slot>> IncidentsAsync(
        AuditScope scope, AuditResult result, ImmutableArray<KnownFinding> before, ImmutableArray<Slot> lasting, CancellationToken cancellationToken)
    {
        var all = lasting.ToBuilder();
        foreach (var fingerprint in AuditIncidents.InDoubt(scope, result, before, lasting))
        {
            if (await slots.ReadAsync(fingerprint, cancellationToken) is { } slot)
                all.Add(slot);
        }

        return all.ToImmutable();
    }
}
