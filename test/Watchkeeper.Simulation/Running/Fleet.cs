using System.Runtime.ExceptionServices;

namespace Watchkeeper.Simulation.Running;

/// <summary>Runs many histories, each on one thread, as many at once as there are processors.</summary>
internal static class Fleet
{
    // Continuations run inside each other; a thread of a pool would have less room, and a context of its own.
    private const int Stack = 16 << 20;

    /// <summary>
    /// Runs them in no order; <paramref name="done"/> gets the results one at a time, and says whether to go on. What is thrown
    /// in between ends it, and is the caller's: in a thread of ours it would end the process.
    /// </summary>
    public static void Run(
        IEnumerable<HistoryPlan> plans, int threads, Func<HistoryResult, bool> done, Action<string>? trace = null)
    {
        var gate = new Lock();
        using var queue = plans.GetEnumerator();
        var goesOn = true;
        ExceptionDispatchInfo? thrown = null;
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(Work, Stack)).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        thrown?.Throw();

        void Work()
        {
            try
            {
                while (Next() is { } plan)
                {
                    var result = History.Run(plan, trace);
                    lock (gate)
                        goesOn &= done(result);
                }
            }
            catch (Exception error)
            {
                lock (gate)
                    (goesOn, thrown) = (false, thrown ?? ExceptionDispatchInfo.Capture(error));
            }
        }

        HistoryPlan? Next()
        {
            lock (gate)
                return goesOn && queue.MoveNext() ? queue.Current : null;
        }
    }

    /// <summary>Runs one, on a thread of its own.</summary>
    public static HistoryResult Run(HistoryPlan plan, Action<string>? trace = null)
    {
        HistoryResult? only = null;
        Run([plan], 1, Done, trace);
        return only!;

        bool Done(HistoryResult result)
        {
            only = result;
            return true;
        }
    }
}
