using System.Runtime.ExceptionServices;

namespace Watchkeeper.Simulation.Running;

/// <summary>Runs many histories, each on one thread, as many at once as there are processors.</summary>
internal static class Fleet
{
    // Continuations nest, and a pool's thread has a smaller stack and a synchronisation context.
    private const int Stack = 16 << 20;

    /// <summary>
    /// Runs them in no order; <paramref name="done"/> receives one result at a time and returns whether to go on. An exception
    /// ends the run and is thrown to the caller, because on a thread of its own it would end the process.
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

    /// <summary>Runs one history on a thread of its own.</summary>
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
