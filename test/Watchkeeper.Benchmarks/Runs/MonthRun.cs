using System.Globalization;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Benchmarks.Month;
using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>A generated month of a busy account, and what the detections make of it.</summary>
internal static class MonthRun
{
    /// <param name="seed">Where chance begins.</param>
    /// <param name="to">A file for the records, one on each line; null for none.</param>
    public static int Run(int seed, string? to)
    {
        var matcher = new DetectionMatcher(DetectionCatalogue.All);
        var report = new MonthReport();
        var (calls, bytes) = (0, 0L);
        using var file = to is null ? null : File.Create(to);
        foreach (var call in new BusyMonth(Script.Read(), seed).Calls())
        {
            calls++;
            bytes += call.Json.Length;
            file?.Write([.. call.Json, (byte)'\n']);
            if (!matcher.MayMatchRecord(call.Json))
                continue;
            if (TrailEvents.ReadRecord(call.Json, "$", call.At) is not TrailParseResult.Happened { Event: var happened })
                throw new BenchmarkException($"a record of «{call.Activity.Name}» is none of CloudTrail's");
            foreach (var finding in matcher.Findings(happened))
                report.Add(finding, call);
            foreach (var undoing in matcher.Signals(happened).Where(signal => signal.Condition is not SignalCondition.Firing))
                report.Add(undoing);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{calls:n0} calls in {BusyMonth.Days} days, {bytes / calls:n0} bytes each; seed {seed}"));
        report.Print();
        return 0;
    }
}
