using Watchkeeper.Incidents;
using Watchkeeper.Queries;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// The lists show what the slots went through: what is active, what ended and when, what each resource had.
/// </summary>
internal sealed class ListsAgree : ReadSide
{
    private readonly Dictionary<string, string> resourceOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> endOf = new(StringComparer.Ordinal);

    public override string Name => "I11 lists agree";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Incident is not { } incident)
            return;
        if (incident.IsActive)
            resourceOf.TryAdd(incident.Id, incident.Subject.Resource);
        if (incident.ResolvedAt is { } end)
            endOf[incident.Id] = end;
        else
            endOf.Remove(incident.Id);
    }

    public override void Rested()
    {
        Compare(
            "active", World.Table.ListActive().Select(slot => slot.Incident!.Id),
            All(new IncidentQuestion.Active(), 7).Select(one => one.Incident.Id));
        if (endOf.Count > 0)
        {
            var day = TimeSpan.FromDays(1);
            Compare(
                "ended", endOf.Keys,
                All(new IncidentQuestion.Ended(endOf.Values.Min() - day, endOf.Values.Max() + day), 5)
                    .Select(one => one.Incident.Id));
        }

        foreach (var of in resourceOf.Where(pair => pair.Value.Length > 0)
            .GroupBy(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal))
        {
            Compare(
                $"of resource «{of.Key}»", of,
                All(new IncidentQuestion.OfResource(of.Key), 3).Select(one => one.Incident.Id));
        }
    }

    private void Compare(string list, IEnumerable<string> expected, IEnumerable<string> shown)
    {
        var (all, found) = (expected.Where(id => !IsIncidentLost(id)).ToHashSet(StringComparer.Ordinal), shown.ToList());
        if (found.Count != found.Distinct(StringComparer.Ordinal).Count())
            Broken($"the list «{list}» shows an incident twice");
        else if (all.Except(found).FirstOrDefault() is { } missing)
            Broken($"the list «{list}» lacks {missing}");
        else if (found.Except(all).FirstOrDefault(id => !IsIncidentLost(id)) is { } wrong)
            Broken($"the list «{list}» shows {wrong}");
    }
}
