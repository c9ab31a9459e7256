using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// At rest after an audit without faults, the active incidents are the flagged findings. If a history has audits only, the same
/// holds after each audit that read every check's current result while nothing else happened, whatever the clock says. What a
/// person resolved may stay resolved until an audit has seen the resource pass.
/// </summary>
internal sealed class AuditsAgree : Invariant
{
    private readonly HashSet<string> dismissed = new(StringComparer.Ordinal);

    public override string Name => "I3 audits agree";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Incident?.Subject is not { Source: SignalSource.Audit } subject)
            return;
        if (after.Last.Reason is DecisionReason.ResolvedByPerson)
            dismissed.Add(Label(subject.Name, subject.Resource));
        else
            dismissed.Remove(Label(subject.Name, subject.Resource));
    }

    public override void Audited(AdvisorReport report)
    {
        // A notification in flight may contradict the audit, and so may another audit.
        var isAlone = World.Bus.Underway + World.Queue.Underway == 0;
        if (World.Plan.Kind is HistoryKind.Audited or HistoryKind.AuditedAnyhow
            && isAlone && report.Read == report.Checks && World.Advisor.IsReadAsItIs)
        {
            Rested();
        }
    }

    public override void Rested()
    {
        var all = World.Advisor.Flagged.Select(one => Label(one.Check.Name, one.Finding.Resource))
            .ToHashSet(StringComparer.Ordinal);
        dismissed.IntersectWith(all);
        var flagged = all.Except(dismissed, StringComparer.Ordinal).Order(StringComparer.Ordinal);
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
