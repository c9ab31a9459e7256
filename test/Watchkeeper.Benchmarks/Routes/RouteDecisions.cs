using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.Routes;

/// <summary>The product's decisions on a tree.</summary>
internal sealed class RouteDecisions(RouteTree tree, IReadOnlyList<KeyValuePair<string, string>[]> labels)
{
    private const int Repetitions = 25;

    private readonly List<LabelSet> sets = [.. labels.Select(LabelSet.From)];

    /// <summary>CPU time in microseconds to find the receivers of one incident.</summary>
    public double Match() => Measure(() => sets.Sum(set => tree.Root.Match(set).Length));

    /// <summary>CPU time in microseconds to make the labels of one incident and find its receivers.</summary>
    public double LabelAndMatch() => Measure(() => labels.Sum(each => tree.Root.Match(LabelSet.From(each)).Length));

    /// <summary>CPU time in microseconds of the first decision with a new tree, for which its index is built.</summary>
    public double First()
    {
        var roots = Enumerable.Range(0, 10).Select(_ => tree.Root with { Routes = [.. tree.Root.Routes] }).ToList();
        var began = ProcessClock.ReadThread();
        foreach (var root in roots)
            root.Match(sets[0]);
        return (ProcessClock.ReadThread() - began).TotalMicroseconds / roots.Count;
    }

    private double Measure(Func<int> decide)
    {
        var (began, found) = (ProcessClock.ReadThread(), 0);
        for (var repetition = 0; repetition < Repetitions; repetition++)
            found += decide();
        var time = ProcessClock.ReadThread() - began;
        return found == Repetitions * labels.Count
            ? time.TotalMicroseconds / found
            : throw new BenchmarkException("An incident did not get the one receiver that it has.");
    }
}
