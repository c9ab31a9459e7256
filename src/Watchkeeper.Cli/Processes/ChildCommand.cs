using System.Diagnostics;

namespace Watchkeeper.Cli.Processes;

/// <summary>A program to run, with its arguments.</summary>
internal sealed record ChildCommand(string File, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    // A watchdog process waits for the end of standard input, which occurs however this process ends, and then kills the
    // program. The shell replaces itself with the program, so the program has the process id that this process knows.
    private const string WatchParent =
        """exec 3<&0 </dev/null; (read -r line <&3; kill -9 $$) >/dev/null 2>&1 & exec "$@" 3<&-""";

    /// <summary>
    /// Returns the start information of a program that ends with this process, even if this process is killed. Windows has no
    /// such shell, so there the program outlives a killed parent.
    /// </summary>
    public ProcessStartInfo ToStartInfo(EmulatorOptions options)
    {
        var info = ToStartInfo();
        foreach (var (name, value) in options.Variables)
            info.Environment[name] = value;
        return info;
    }

    /// <summary>Like <see cref="ToStartInfo(EmulatorOptions)"/>, with the unchanged environment of this process.</summary>
    public ProcessStartInfo ToStartInfo()
    {
        var info = new ProcessStartInfo
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.FileName = OperatingSystem.IsWindows() ? File : "/bin/sh";
        string[] watch = OperatingSystem.IsWindows() ? [] : ["-c", WatchParent, "sh", File];
        foreach (var argument in watch.Concat(Arguments))
            info.ArgumentList.Add(argument);
        return info;
    }
}
