using System.Globalization;

namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>The resources that a process used.</summary>
/// <param name="Wall">Wall-clock time.</param>
/// <param name="Cpu">CPU time, user and system.</param>
/// <param name="PeakMebibytes">The most memory that was resident at once.</param>
internal readonly record struct Usage(TimeSpan Wall, TimeSpan Cpu, double PeakMebibytes)
{
    /// <summary>
    /// The sum of two processes in sequence: times add up, and so does memory, because both processes stay alive.
    /// </summary>
    public static Usage operator +(Usage first, Usage second) =>
        new(first.Wall + second.Wall, first.Cpu + second.Cpu, first.PeakMebibytes + second.PeakMebibytes);

    /// <summary>The peak of a running process's resident memory.</summary>
    public static double PeakOf(int processId)
    {
        const string key = "VmHWM:";
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        var kibibytes = line[key.Length..].Trim().Split(' ')[0];
        return int.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024.0;
    }
}
