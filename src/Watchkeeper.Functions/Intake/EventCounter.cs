using Watchkeeper.Counting;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// Counts events towards thresholds. The first write assumes that the window is as this process last saw it. If the store refuses
/// the write, it returns the current window, and the next decision uses that.
/// </summary>
internal sealed class EventCounter(CountStore store)
{
    // As for slots: each refusal means that another event was counted, so this bound is far beyond any real race.
    private const int MaxRefusals = 200;

    // A window may hold two hundred entries.
    private const int Capacity = 256;

    private readonly Dictionary<string, CountWindow> seen = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();

    /// <summary>Counts an event. Each delivery of it gets the same answer, and only the first is counted.</summary>
    /// <exception cref="ContentionException">Other processes wrote the window each time.</exception>
    public async Task<CountDecision> CountAsync(CountedEvent counted, CancellationToken cancellationToken)
    {
        var window = SeenOf(counted.Key);
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var decision = CountDecision.Decide(window, counted);
            if (decision.Next is null)
                return decision;
            if (await store.WriteAsync(counted, window, decision.Next, cancellationToken)
                is not CountWriteResult.Refused(var current))
            {
                See(counted.Key, decision.Next);
                return decision;
            }

            window = current;
            See(counted.Key, current);
        }

        throw new ContentionException($"the count {counted.Key}", MaxRefusals);
    }

    private CountWindow SeenOf(string key)
    {
        lock (gate)
            return seen.GetValueOrDefault(key, CountWindow.Empty);
    }

    private void See(string key, CountWindow window)
    {
        lock (gate)
        {
            if (!seen.ContainsKey(key))
            {
                if (order.Count == Capacity)
                    seen.Remove(order.Dequeue());
                order.Enqueue(key);
            }

            seen[key] = window;
        }
    }
}
