using System.Collections.Immutable;

namespace Watchkeeper.Counting;

/// <summary>What an event does to a window.</summary>
/// <param name="Answer">The answer about the event.</param>
/// <param name="Since">The time of the first event in the fullest window with the event.</param>
/// <param name="Next">The window to write over the one that was decided on; null if the window knows the event.</param>
public sealed record CountDecision(CountAnswer Answer, DateTimeOffset Since, CountWindow? Next)
{
    /// <summary>
    /// Decides about an event. Pure, and independent of the clock: only event times count, so an event may come late, and in any
    /// order. A redelivered event changes nothing and is given the answer of its first delivery.
    /// </summary>
    /// <param name="window">The window of the event's key.</param>
    /// <param name="counted">The event.</param>
    public static CountDecision Decide(CountWindow window, CountedEvent counted)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(counted);
        var at = counted.At.ToUnixTimeSeconds();
        var length = 60L * counted.Threshold.Minutes;
        if (window.AnswerTo(counted.Event) is { } known)
            return new CountDecision(known, TimeOf(window.Fullest(at, length).Since), null);
        var added = Add(window.Entries, counted, at, default);
        var (since, count) = new CountWindow(added).Fullest(at, length);
        var standing = count < counted.Threshold.Count
            ? CountStanding.Below
            : IsToldNear(window, at, length) ? CountStanding.Repeated : CountStanding.Crossed;
        var answer = new CountAnswer(standing, Math.Min(count, CountAnswer.MaxCount));
        var next = Keep(Add(window.Entries, counted, at, answer), counted);
        return new CountDecision(answer, TimeOf(since), new CountWindow(next));
    }

    private static bool IsToldNear(CountWindow window, long at, long length)
    {
        foreach (var entry in window.Entries)
        {
            if (entry.Answer.IsReached && Math.Abs(entry.At - at) <= length)
                return true;
        }

        return false;
    }

    private static ImmutableArray<CountEntry> Add(
        ImmutableArray<CountEntry> entries, CountedEvent counted, long at, CountAnswer answer)
    {
        var place = entries.Length;
        while (place > 0 && entries[place - 1].At > at)
            place--;
        foreach (var value in counted.Values)
            entries = entries.Insert(place++, new CountEntry(counted.Event, value, at, answer));
        return entries;
    }

    // The oldest entries go first whose values occur again in newer ones, since a value counts once; then the oldest at all. The
    // event itself stays, so that its redelivery is recognised.
    private static ImmutableArray<CountEntry> Keep(ImmutableArray<CountEntry> entries, CountedEvent counted)
    {
        while (entries.Length > counted.Threshold.Capacity)
        {
            var goes = -1;
            for (var place = 0; place < entries.Length; place++)
            {
                if (entries[place].Event == counted.Event)
                    continue;
                if (goes < 0)
                    goes = place;
                if (!OccursLater(entries, place))
                    continue;
                goes = place;
                break;
            }

            entries = entries.RemoveAt(goes);
        }

        return entries;
    }

    private static bool OccursLater(ImmutableArray<CountEntry> entries, int place)
    {
        for (var later = place + 1; later < entries.Length; later++)
        {
            if (entries[later].Value == entries[place].Value)
                return true;
        }

        return false;
    }

    private static DateTimeOffset TimeOf(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
