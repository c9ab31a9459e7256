using System.Collections.Immutable;

namespace Watchkeeper.Counting;

/// <summary>The events of one key that count towards a threshold: the newest, in order of time.</summary>
/// <param name="Entries">The entries, oldest first; at most <see cref="Threshold.Capacity"/>.</param>
public sealed record CountWindow(ImmutableArray<CountEntry> Entries)
{
    /// <summary>The window of a key that was never counted.</summary>
    public static CountWindow Empty { get; } = new([]);

    /// <summary>The answer that an event was given; null if the window does not know the event.</summary>
    public CountAnswer? AnswerTo(string markOfEvent)
    {
        foreach (var entry in Entries)
        {
            if (entry.Event == markOfEvent)
                return entry.Answer;
        }

        return null;
    }

    /// <summary>The start of the fullest window with this time in it, and how many different values it holds.</summary>
    /// <param name="at">The time, in seconds since 1970.</param>
    /// <param name="length">The length of the window in seconds.</param>
    public (long Since, int Count) Fullest(long at, long length)
    {
        var (since, most) = (at, 0);
        foreach (var first in Entries)
        {
            // A fullest window can be moved to begin with an entry.
            if (first.At > at || first.At < at - length)
                continue;
            var values = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in Entries)
            {
                if (entry.At >= first.At && entry.At <= first.At + length)
                    values.Add(entry.Value);
            }

            if (values.Count > most)
                (since, most) = (first.At, values.Count);
        }

        return (since, most);
    }
}
