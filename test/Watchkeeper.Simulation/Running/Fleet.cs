namespace Watchkeeper.Simulation.Running;

/// <summary>Runs many histories, each on one thread, as many at once as there are processors.</summary>
internal static class Fleet
{
    // Continuations run inside each other; a thread of a pool would have less room, and a context of its own.
    private const int Stack = 16 << 20;

    /// <summary>Runs them in no order; <paramref name="done"/> gets the results one at a time, and says whether to go on.</summary>
    public static void Run(IEnumerable<HistoryPlan> plans, int threads, Func<HistoryResult, bool> done)
    {
        var gate = new Lock();
        using var queue = plans.GetEnumerator();
        var goesOn = true;
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(Work, Stack)).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());

        void Work()
        {
            while (Next() is { } plan)
            {
                var result = History.Run(plan);
                lock (gate)
                    goesOn &= done(result);
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
        HistoryResult? result = null;
        var thread = new Thread(() => result = History.Run(plan, trace), Stack);
        thread.Start();
        thread.Join();
        return result!;
    }
}
