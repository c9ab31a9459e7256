using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// The event of an instance's termination is answered once every incident of the instance that was active before has ended.
/// </summary>
internal sealed class GoneEnds : Invariant
{
    // Longer than an invocation: the incident was active before the invocation began.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, DateTimeOffset> began = new(StringComparer.Ordinal);

    public override string Name => "I10 gone ends";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Active is null)
            began.Remove(after.Fingerprint.Text);
        else
            began.TryAdd(after.Fingerprint.Text, World.Agenda.Now);
        if (World.Accounts.ById(after.Last.EventId) is { Meaning: EventMeaning.Terminated } account
            && before?.Active?.Subject is { } subject
            && after.Active is null && InstanceOf(subject) != account.Subject)
        {
            Broken($"{account} ended {after.Incident!.Id}, which is about {InstanceOf(subject)}");
        }
    }

    public override void Answered(EventAccount account, IntakeResult result)
    {
        if (account.Meaning is not EventMeaning.Terminated)
            return;
        foreach (var slot in World.Table.ListActive())
        {
            var isOlder = slot.NewestAt < account.At && World.Agenda.Now - began[slot.Fingerprint.Text] > Before;
            if (isOlder && InstanceOf(slot.Incident!.Subject) == account.Subject)
            {
                Broken($"{account} was answered «{result.Outcome.ToKebabCase()}: {result.Reason}», and "
                    + $"{slot.Incident.Id} is active");
            }
        }
    }

    private static string InstanceOf(Subject subject) => subject.Source is SignalSource.Alarm ? subject.Labels["InstanceId"] : "";
}
