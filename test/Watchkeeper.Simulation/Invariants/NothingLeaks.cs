using Watchkeeper.Queries;
using Watchkeeper.Recounting;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>At rest a recount finds no event that should have ended, and has not.</summary>
internal sealed class NothingLeaks : ReadSide
{
    private readonly HashSet<DateOnly> days = [];

    public override string Name => "I1 nothing leaks";

    public override void Accepted(EventAccount account) => days.Add(DateOnly.FromDateTime(World.Agenda.Now.UtcDateTime));

    public override void Rested()
    {
        var active = World.Table.ListActive().Select(slot => slot.Incident!.Id).ToHashSet(StringComparer.Ordinal);
        // At rest nothing needs more patience.
        var now = World.Agenda.Now + LeakCheck.Patience;
        // The clocks of processes differ by less than a day.
        foreach (var day in days.SelectMany(day => (DateOnly[])[day.AddDays(-1), day, day.AddDays(1)]).Distinct())
        {
            foreach (var decided in IncidentQueries.PartsOfDay.SelectMany(part => Read(day, part)))
            {
                if (LeakCheck.Find(decided, active.Contains, now) is { } what && !IsGivenUp(decided))
                    Broken($"{decided.EventId} of {decided.IncidentId}: {what}");
            }
        }
    }

    private bool IsGivenUp(DecidedEvent decided) =>
        decided is DecidedEvent.Lost lost && (IsEventLost(lost.Id) || IsIncidentLost(lost.Incident));

    private IEnumerable<DecidedEvent> Read(DateOnly day, char part) =>
        Queries.ReadPartOfDayAsync(day, part, isBackward: false, CancellationToken.None).ToBlockingEnumerable();
}
