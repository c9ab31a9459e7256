using System.Runtime.InteropServices;

namespace Watchkeeper.Benchmarks.Measuring;

/// <summary>
/// The CPU time of a process in nanoseconds, including its ended threads; /proc has only hundredths of a second.
/// </summary>
internal static partial class ProcessClock
{
    // CLOCK_THREAD_CPUTIME_ID of time.h.
    private const int ThreadClock = 3;

    /// <summary>The CPU time used so far.</summary>
    public static TimeSpan Read(int processId)
    {
        if (clock_getcpuclockid(processId, out var clock) != 0 || clock_gettime(clock, out var time) != 0)
            throw new BenchmarkException($"The CPU clock of the process {processId} cannot be read; this needs Linux.");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    /// <summary>The CPU time that this thread used so far.</summary>
    public static TimeSpan ReadThread() => clock_gettime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : throw new BenchmarkException("The CPU clock of the thread cannot be read; this needs Linux.");

    [LibraryImport("libc")]
    private static partial int clock_getcpuclockid(int pid, out int clock);

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
