using System.Diagnostics;
using System.Globalization;

namespace Watchkeeper.Testing;

/// <summary>Ends a process as Ctrl-C does.</summary>
public static class Interruption
{
    private const int Interrupt = 2;

    /// <summary>
    /// Sends SIGINT. A shell without job control lets the processes in its background ignore that signal, and their children
    /// inherit it; then SIGTERM, which the command line handles alike.
    /// </summary>
    public static async Task SendAsync(Process process, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(process);
        var signal = IsIgnored() ? "-TERM" : "-INT";
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    // SigIgn is a mask in hexadecimal, with the first signal at its lowest bit (proc_pid_status(5)).
    private static bool IsIgnored() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            & (1UL << (Interrupt - 1))) != 0;
}
