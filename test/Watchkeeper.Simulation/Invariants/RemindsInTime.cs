using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Reminders of an active incident come four hours after its notification, then after eight, sixteen and so on, or after one hour
/// if further acts wait; not sooner, not if the acts stopped, and not after somebody acknowledged the incident.
/// </summary>
internal sealed class RemindsInTime : Invariant
{
    private const int MaxNotified = 8;
    private static readonly TimeSpan First = TimeSpan.FromHours(4);
    private static readonly TimeSpan WhileActsWait = TimeSpan.FromHours(1);

    // A sweep runs every minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, Book> books = new(StringComparer.Ordinal);

    public override string Name => "I5 reminds in time";

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (after.Incident is not { } incident)
            return;
        if (before?.Incident is { } lasted && lasted.Id == incident.Id)
            Due(lasted);
        if (!books.TryGetValue(incident.Id, out var book))
            books[incident.Id] = book = new Book();
        switch (Transitions.Between(before, after))
        {
            case null:
                if (World.Accounts.ById(after.Last.EventId) is { Actor: not null })
                    book.GoesOnAt ??= World.Agenda.Now;
                break;
            case Transition.Acknowledged or Transition.Resolved:
                break;
            case Transition.Reminded:
                Reminded(incident, book);
                book.Note(World.Agenda.Now, 0, book.Reminders + 1);
                break;
            case Transition.Commented:
                book.Note(World.Agenda.Now, book.Others, book.Reminders);
                break;
            case Transition.AnotherAct:
                book.Note(World.Agenda.Now, book.Others + 1, book.Reminders);
                break;
            default:
                book.Note(World.Agenda.Now, 0, 0);
                break;
        }
    }

    public override void Rested()
    {
        foreach (var slot in World.Table.ListActive())
            Due(slot.Incident!);
    }

    private void Reminded(Incident incident, Book book)
    {
        // Either clock may be wrong. A sweep uses the time of its scheduled event, which may have waited for five minutes.
        var since = World.Agenda.Now - book.At + World.Plan.Odds.Skew + TimeSpan.FromMinutes(6);
        if (incident.Status is not IncidentStatus.Open || since < book.Wait)
            Broken($"a reminder of {incident.Id}, which is {incident.Status}, {since} after {book.At:O}");
        if (incident.Subject.Kind is SignalKind.Detection && book.GoesOnAt is null)
            Broken($"a reminder of {incident.Id}, in which nothing was done since {book.At:O}");
    }

    private void Due(Incident incident)
    {
        if (incident is not { Status: IncidentStatus.Open, Mute: null, Severity: >= Severity.High }
            || !books.TryGetValue(incident.Id, out var book) || World.CalmAt is not { } calm
            || (incident.Subject.Kind is SignalKind.Detection && book.GoesOnAt is null))
        {
            return;
        }

        var since = new[] { book.At + book.Wait + World.Plan.Odds.Skew, book.GoesOnAt ?? book.At, calm }.Max();
        if (World.Agenda.Now - since > Patience)
            Broken($"{incident.Id} goes on, and since {book.At:O} nobody was reminded");
    }

    private sealed class Book
    {
        public DateTimeOffset At { get; private set; }

        public int Others { get; private set; }

        public int Reminders { get; private set; }

        /// <summary>The first act since the last reminder; null if there was none.</summary>
        public DateTimeOffset? GoesOnAt { get; set; }

        public TimeSpan Wait => Others >= MaxNotified ? WhileActsWait : First * (1 << Reminders);

        public void Note(DateTimeOffset at, int others, int reminders) =>
            (At, Others, Reminders, GoesOnAt) = (at, others, reminders, null);
    }
}
