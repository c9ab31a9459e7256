using System.Collections.Immutable;

namespace Watchkeeper.Kills.Faults;

/// <summary>The requests of one round, in order of arrival.</summary>
internal sealed class PassageLog(ImmutableArray<Passage> passages)
{
    public ImmutableArray<Passage> All => passages;

    public int Kills => passages.Count(passage => passage.Kill is not null);

    /// <summary>The accepted messages.</summary>
    public IEnumerable<Passage> Sent => passages.Where(passage => passage.Request.IsSend && passage.IsAccepted);

    /// <summary>The calls that change the application and reached the emulator.</summary>
    public IEnumerable<Passage> Reactions => passages.Where(passage => passage.Request.IsReaction && passage.IsForwarded);

    /// <summary>
    /// The number of accepted messages whose invocation did not settle their row. Nobody can know afterwards whether they were
    /// sent, so each may be sent once more.
    /// </summary>
    public int AmbiguousSends => passages.GroupBy(passage => passage.Invocation).Sum(Unsettled);

    private static int Unsettled(IEnumerable<Passage> invocation)
    {
        var open = 0;
        foreach (var passage in invocation.Where(passage => passage.IsAccepted))
        {
            if (passage.Request.IsSend)
                open++;
            // The next row is claimed after the previous one is settled.
            else if (passage.Request.Operation is "UpdateItem")
                open = 0;
        }

        return open;
    }
}
