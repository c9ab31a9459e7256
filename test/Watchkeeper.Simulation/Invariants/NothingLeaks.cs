using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Recounting;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>At rest a recount finds no event that should have ended, and has not.</summary>
internal sealed class NothingLeaks : ReadSide
{
    // A sweep looks each minute, and the one that is under way has looked already.
    private static readonly TimeSpan Sweeps = TimeSpan.FromMinutes(2);

    // From the row to the group that is told after the one that is told now.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(12);

    private readonly Dictionary<string, DateTimeOffset> written = new(StringComparer.Ordinal);

    private readonly HashSet<DateOnly> days = [];

    public override string Name => "I1 nothing leaks";

    public override void Accepted(EventAccount account) => days.Add(DateOnly.FromDateTime(World.Agenda.Now.UtcDateTime));

    public override void Recorded(NotificationRecord record) => Note(record);

    public override void Claimed(NotificationRecord? before, NotificationRecord after) => Note(after);

    public override void Settled(NotificationRecord before, NotificationRecord after) => Note(after);

    public override void Rested()
    {
        // At rest nothing needs more patience than the next sweep.
        var now = World.Agenda.Now + LeakCheck.Patience - Sweeps;
        // The clocks of processes differ by less than a day.
        foreach (var day in days.SelectMany(day => (DateOnly[])[day.AddDays(-1), day, day.AddDays(1)]).Distinct())
        {
            foreach (var decided in IncidentQueries.PartsOfDay.SelectMany(part => Read(day, part)))
            {
                if (LeakCheck.Find(decided, Standing(decided), now) is { } what && !IsGivenUp(decided) && !IsNew(decided))
                    Broken($"{decided.EventId} of {decided.IncidentId}: {what}");
            }
        }
    }

    private Incident? Standing(DecidedEvent decided) => decided is DecidedEvent.WithEntry { Entry: { IsHeld: true, Entry.Incident.Id: var id } }
        ? (Queries.FindAsync(id, CancellationToken.None).GetAwaiter().GetResult() as IncidentLookup.Found)?.Snapshot.Incident
        : null;

    // A stream that is late writes late; clocks that are behind set times that have passed; a mute may just have ended.
    private bool IsNew(DecidedEvent decided) => decided is DecidedEvent.WithEntry { Entry: { IsHeld: true, Entry: var entry } }
        && written.GetValueOrDefault(entry.Incident.Id) + Longest + World.Plan.Odds.Skew > World.Agenda.Now;

    private bool IsGivenUp(DecidedEvent decided) =>
        decided is DecidedEvent.Lost lost && (IsEventLost(lost.Id) || IsIncidentLost(lost.Incident));

    private void Note(NotificationRecord record) => written[record.Entry.Incident.Id] = World.Agenda.Now;

    private IEnumerable<DecidedEvent> Read(DateOnly day, char part) =>
        Queries.ReadPartOfDayAsync(day, part, isBackward: false, CancellationToken.None).ToBlockingEnumerable();
}
