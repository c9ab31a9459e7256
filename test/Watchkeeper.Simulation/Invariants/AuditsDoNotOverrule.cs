using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// An audit that was answered with what a check found before ends nothing that a notification of what it finds now began. That a finding
/// was left out carries no time, so an older answer may hold that it still was; the next audit sees it.
/// </summary>
internal sealed class AuditsDoNotOverrule : Invariant
{
    private readonly Dictionary<string, DateTimeOffset> heard = new(StringComparer.Ordinal);

    public override string Name => "I3 audits do not overrule";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Incident?.Subject is not { Source: SignalSource.Audit } subject)
            return;
        if (World.Accounts.ById(after.Last.EventId) is { } account)
            heard[after.Fingerprint.Text] = account.At;
        else if (before?.Active is not null && after.Active is null
            && !after.Last.Description.Contains("leave it out", StringComparison.Ordinal)
            && heard.GetValueOrDefault(after.Fingerprint.Text) >= World.Advisor.LookedAt
            && World.Advisor.Flagged.Any(one => one.Check.Name == subject.Name && one.Finding.Resource == subject.Resource))
            Broken($"{after.Fingerprint} is flagged, was told so, and an audit ended it");
    }
}
