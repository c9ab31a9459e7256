using Watchkeeper.Functions.Audits;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// At rest after an audit without faults, what Trusted Advisor flags is what lasts; and where audits are all that happens, by clocks that
/// agree, after each that read everything as it still is.
/// </summary>
/// <remarks>
/// What people change about a finding has no time but that of the audit that sees it. Where one audit's clock is minutes ahead of the
/// next one's, a change that comes within those minutes is called stale, and told no sooner than the finding changes again.
/// </remarks>
internal sealed class AuditsAgree : Invariant
{
    public override string Name => "I3 audits agree";

    public override void Audited(AdvisorReport report)
    {
        if (World.Plan.Kind is HistoryKind.Audited && World.Plan.Odds.Skew == TimeSpan.Zero && report.Read == report.Checks && World.Advisor.IsReadAsItIs)
            Rested();
    }

    public override void Rested()
    {
        var flagged = World.Advisor.Flagged.Select(one => Label(one.Check.Name, one.Finding.Resource)).Order(StringComparer.Ordinal);
        var lasting = World.Table.ListActive()
            .Where(slot => slot.Incident!.Subject.Source is SignalSource.Audit)
            .Select(slot => Label(slot.Incident!.Subject.Name, slot.Incident.Subject.Resource))
            .Order(StringComparer.Ordinal);
        var (one, other) = (string.Join(", ", flagged), string.Join(", ", lasting));
        if (one != other)
            Broken($"flagged: [{one}], lasting: [{other}]");
    }

    private static string Label(string check, string resource) => $"{check}/{resource}";
}
