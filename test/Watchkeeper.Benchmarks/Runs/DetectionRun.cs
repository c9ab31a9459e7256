using System.Globalization;
using Watchkeeper.Benchmarks.Detections;
using Watchkeeper.Detections;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>Events a second on one core with different numbers of detections, beside the ways of other tools.</summary>
internal static class DetectionRun
{
    private const int Events = 12_000;

    /// <param name="sizes">The numbers of detections.</param>
    /// <param name="rounds">How often all events are matched.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(IReadOnlyList<int> sizes, int rounds, CancellationToken cancellationToken)
    {
        var first = Workload.Create(sizes[0], Events);
        var lengths = first.Events.Select(json => json.Length).Order().ToList();
        Write(
            $"{Events:n0} different events, median {lengths[Events / 2]:n0} bytes, ",
            $"90th percentile {lengths[Events * 9 / 10]:n0}; ",
            $"median of {rounds} rounds on one core");
        Write($"reader alone {EngineMeasure.OfReader(first, rounds).EventsPerSecond,12:n0} events/s");
        Write($"{"detections",10} {"matching",9} {"parsed",7} {"events/s",11} {"bytes/event",12} ",
            $"{"each by itself",15} {"×",6} {"Python",10} {"×",6} {"jmespath",10} {"×",6}");
        foreach (var size in sizes)
        {
            var workload = Workload.Create(size, Events);
            var ours = EngineMeasure.OfMatcher(workload, rounds);
            // As many events as take some seconds.
            var few = workload with { Events = [.. workload.Events.Take(Math.Max(100, Math.Min(Events, 200_000 / size)))] };
            var alone = EngineMeasure.OfEachByItself(few, 3);
            var python = await PythonEngines.MeasureAsync(few, cancellationToken);
            Write(
                $"{size,10:n0} {(double)ours.MatchingEvents / Events,9:p1} {Parsed(workload),7:p1} ",
                $"{ours.EventsPerSecond,11:n0} {ours.BytesPerEvent,12:f1} ",
                $"{alone.EventsPerSecond,15:n0} {ours.EventsPerSecond / alone.EventsPerSecond,6:f0} ",
                $"{python.Functions,10:n0} {ours.EventsPerSecond / python.Functions,6:f0} ",
                $"{python.Expressions,10:n0} {ours.EventsPerSecond / python.Expressions,6:f0}");
        }
    }

    // The events that a detection may match: only these are parsed.
    private static double Parsed(Workload workload)
    {
        var matcher = new DetectionMatcher(workload.Detections);
        return (double)workload.Events.Count(json => matcher.MayMatch(json.Span)) / Events;
    }

    private static void Write(params FormattableString[] parts) =>
        Console.WriteLine(string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture))));
}
