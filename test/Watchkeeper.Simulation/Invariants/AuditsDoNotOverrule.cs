using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// An audit that received an older result of a check ends no incident that a notification of a newer finding opened. Suppressing
/// a finding carries no time, so an older result may still show it; the next audit corrects this. No audit returns to an older
/// result than one that was reported, or reopens what a person resolved while its flag is unchanged.
/// </summary>
internal sealed class AuditsDoNotOverrule : Invariant
{
    private readonly Dictionary<string, DateTimeOffset> recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignalKind> rated = new(StringComparer.Ordinal);

    public override string Name => "I3 audits do not overrule";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Incident?.Subject is not { Source: SignalSource.Audit } subject)
            return;
        if (World.Accounts.ById(after.Last.EventId) is { } account)
        {
            recorded[after.Fingerprint.Text] = account.At;
        }
        else if (before?.Active is not null && after.Active is null && after.Last.Reason is not DecisionReason.ResolvedByPerson
            && after.Finding?.Status is not ReportedStatus.Suppressed
            && recorded.GetValueOrDefault(after.Fingerprint.Text) >= World.Advisor.LookedAt
            && World.Advisor.Flagged.Any(one => one.Check.Name == subject.Name && one.Finding.Resource == subject.Resource))
        {
            Broken($"{after.Fingerprint} is flagged and was reported so, yet an audit ended it");
        }
        else if (before is { Incident: { IsActive: false } ended, Last.Reason: DecisionReason.ResolvedByPerson }
            && after.Active is not null
            && ended.Subject.Kind == subject.Kind && rated.GetValueOrDefault(after.Fingerprint.Text) == subject.Kind)
        {
            Broken($"{after.Fingerprint} is flagged as it was when a person resolved it, and an audit began it again");
        }
        else if (after.Finding?.CheckedAt < before?.Finding?.CheckedAt)
        {
            Broken($"{after.Fingerprint}: an answer of {after.Finding?.CheckedAt:O} overruled one of "
                + $"{before?.Finding?.CheckedAt:O}");
        }

        if (KindIn(after.Last.Description) is { } kind)
            rated[after.Fingerprint.Text] = kind;
    }

    private static SignalKind? KindIn(string because) =>
        Mentions(because, "red (error)", "status ERROR") ? SignalKind.AuditError
        : Mentions(because, "yellow (warning)", "status WARN") ? SignalKind.AuditWarning
        : null;

    private static bool Mentions(string because, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (because.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
