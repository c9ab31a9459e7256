using System.Collections.Immutable;

namespace Watchkeeper.Kills.Faults;

/// <summary>The requests of one round, in the order in which they came.</summary>
internal sealed class PassageLog(ImmutableArray<Passage> passages)
{
    public ImmutableArray<Passage> All => passages;

    public int Kills => passages.Count(passage => passage.Kill is not null);

    /// <summary>Messages that were taken.</summary>
    public IEnumerable<Passage> Sent => passages.Where(passage => passage.Request.IsSend && passage.IsAccepted);

    /// <summary>Calls that change the application and reached it.</summary>
    public IEnumerable<Passage> Reactions => passages.Where(passage => passage.Request.IsReaction && passage.IsForwarded);

    /// <summary>
    /// Messages that were taken, and no settling of their row by the same invocation followed: nobody can know afterwards whether
    /// they went out, so each of them may be sent once more.
    /// </summary>
    public int AmbiguousSends => passages.GroupBy(passage => passage.Invocation).Sum(Unsettled);

    private static int Unsettled(IEnumerable<Passage> invocation)
    {
        var open = 0;
        foreach (var passage in invocation.Where(passage => passage.IsAccepted))
        {
            if (passage.Request.IsSend)
                open++;
            // A claim of the next row comes after the settling of the one before.
            else if (passage.Request.Operation is "UpdateItem")
                open = 0;
        }

        return open;
    }
}
