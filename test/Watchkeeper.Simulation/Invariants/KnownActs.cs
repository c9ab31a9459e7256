using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// The actors and acts of each incident, and how many were notified: an independent model that compares names, not hashes.
/// </summary>
internal sealed class KnownActs
{
    private const int MaxNotified = 8;
    private const int MostKept = 16;
    private readonly Dictionary<string, Book> books = new(StringComparer.Ordinal);

    /// <summary>Whether the act must be notified although the incident is active.</summary>
    public bool IsNews(string? incident, EventAccount account) =>
        account.Actor is { } actor && books.GetValueOrDefault(incident ?? "") is { Notified: < MaxNotified } book
        && !book.Actors.Contains(actor) && !(account.IsRefused && book.Actors.Contains(Refused(actor)));

    /// <summary>Records a change of a slot after its decision.</summary>
    public void Take(Slot after, EventAccount? account)
    {
        if (after.Incident is not { Id: var incident })
            return;
        if (!books.TryGetValue(incident, out var book))
            books[incident] = book = new Book();
        if (after.Last.Reason is DecisionReason.AnotherAct)
        {
            book.Notified++;
        }
        else if (after.Last.Reason is DecisionReason.Opened
            or DecisionReason.Reopened or DecisionReason.Escalated or DecisionReason.Reminded)
        {
            book.Notified = 0;
        }
        if (account?.Actor is not { } actor || after.Last.Reason
            is not (DecisionReason.Opened or DecisionReason.Reopened or DecisionReason.Escalated or DecisionReason.AnotherAct))
        {
            return;
        }

        var mark = account.IsRefused ? Refused(actor) : actor;
        if (book.Actors.Contains(actor) || book.Actors.Contains(mark))
            return;
        if (book.Actors.Count == MostKept)
            book.Actors.RemoveRange(0, (MostKept / 2) + 1);
        book.Actors.Add(mark);
    }

    private static string Refused(string actor) => $"{actor}, refused";

    private sealed class Book
    {
        public List<string> Actors { get; } = [];

        public int Notified { get; set; }
    }
}
