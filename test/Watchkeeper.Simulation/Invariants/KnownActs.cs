using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Who has done what in each incident, and how many of them people were told of: a model of its own, by names and not by hashes.
/// </summary>
internal sealed class KnownActs
{
    private const int MaxNotified = 8;
    private const int MostKept = 16;
    private readonly Dictionary<string, Book> books = new(StringComparer.Ordinal);

    /// <summary>Whether people must be told of it although the incident goes on.</summary>
    public bool IsNews(string? incident, EventAccount account) =>
        account.Actor is { } actor && books.GetValueOrDefault(incident ?? "") is { Notified: < MaxNotified } book
        && !book.Actors.Contains(actor) && !(account.IsRefused && book.Actors.Contains(Refused(actor)));

    /// <summary>A slot was changed; what was decided is known by now.</summary>
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
