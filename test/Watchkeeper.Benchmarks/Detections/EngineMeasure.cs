using System.Text.Json;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Detections;

namespace Watchkeeper.Benchmarks.Detections;

/// <summary>What one engine did with a workload on one core.</summary>
/// <param name="EventsPerSecond">The median of its rounds, by the CPU time of its thread.</param>
/// <param name="BytesPerEvent">What it allocated.</param>
/// <param name="MatchingEvents">How many events had a match.</param>
internal sealed record EngineMeasure(double EventsPerSecond, double BytesPerEvent, int MatchingEvents)
{
    /// <summary>All detections: an event is parsed only if one of them may match.</summary>
    public static EngineMeasure OfMatcher(Workload workload, int rounds)
    {
        var matcher = new DetectionMatcher(workload.Detections);
        return Measure(workload, rounds, json =>
            matcher.MayMatch(json.Span) && !matcher.Match(JsonElement.Parse(json.Span)).IsEmpty);
    }

    /// <summary>Each event is parsed, and each detection evaluated by itself.</summary>
    public static EngineMeasure OfEachByItself(Workload workload, int rounds) => Measure(workload, rounds, json =>
    {
        var element = JsonElement.Parse(json.Span);
        var found = false;
        foreach (var detection in workload.Detections)
            found |= DetectionMatch.Find(detection, element) is not null;
        return found;
    });

    /// <summary>No detection at all: the library's reader goes over each event.</summary>
    public static EngineMeasure OfReader(Workload workload, int rounds) => Measure(workload, rounds, json =>
    {
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
        }

        return false;
    });

    private static EngineMeasure Measure(Workload workload, int rounds, Func<ReadOnlyMemory<byte>, bool> matches)
    {
        var times = new List<double>();
        var (found, bytes) = (0, 0L);
        // The first rounds warm up, until the compiler has optimised the code.
        for (var round = -3; round < rounds; round++)
        {
            found = 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = ProcessClock.ReadThread();
            foreach (var json in workload.Events)
                found += matches(json) ? 1 : 0;
            var time = ProcessClock.ReadThread() - began;
            bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (round >= 0)
                times.Add(time.TotalSeconds);
            else
                Thread.Sleep(200);
        }

        times.Sort();
        return new EngineMeasure(
            workload.Events.Length / times[times.Count / 2], (double)bytes / workload.Events.Length, found);
    }
}
