using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>Each subject has one fingerprint of its own; no incident opens while another of its fingerprint is active.</summary>
internal sealed class OneOpenIncident : Invariant
{
    private readonly Dictionary<string, string> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fingerprints = new(StringComparer.Ordinal);

    public override string Name => "I2 one open incident";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (before?.Active is { } old && after.Incident?.Id != old.Id)
            Broken($"{old.Id} lasted when {after.Incident?.Id ?? "nothing"} took its place in {after.Fingerprint}");
        if (World.Accounts.ById(after.Last.EventId) is not { Meaning: not EventMeaning.Terminated } account)
            return;
        var text = after.Fingerprint.Text;
        if (!subjects.TryAdd(text, account.Subject) && subjects[text] != account.Subject)
            Broken($"{text} is of {subjects[text]} and of {account.Subject}");
        if (!fingerprints.TryAdd(account.Subject, text) && fingerprints[account.Subject] != text)
            Broken($"{account.Subject} has {fingerprints[account.Subject]} and {text}");
    }
}
