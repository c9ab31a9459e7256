using System.Diagnostics;

namespace Watchkeeper.Cli.Processes;

/// <summary>One program to run.</summary>
internal sealed record ChildCommand(string File, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    // A second process waits for the end of standard input, which comes when this process ends in whatever way, and
    // then kills the program; the shell itself becomes the program, so its pid is the one that we know.
    private const string WatchParent =
        """exec 3<&0 </dev/null; (read -r line <&3; kill -9 $$) >/dev/null 2>&1 & exec "$@" 3<&-""";

    /// <summary>
    /// How to start it so that it ends with this process, even when this one is killed. On Windows, which has no
    /// shell for that, it outlives a killed parent.
    /// </summary>
    public ProcessStartInfo ToStartInfo(EmulatorOptions options)
    {
        var info = ToStartInfo();
        foreach (var (name, value) in options.Variables)
            info.Environment[name] = value;
        return info;
    }

    /// <summary>As <see cref="ToStartInfo(EmulatorOptions)"/>, with this process's variables as they are.</summary>
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
