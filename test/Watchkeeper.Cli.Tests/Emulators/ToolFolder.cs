using System.Collections.Immutable;
using Watchkeeper.Cli.Emulators;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Testing;

namespace Watchkeeper.Cli.Tests.Emulators;

/// <summary>A folder that is the whole PATH and holds a test's tools, and a second folder for downloads.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-tools-");

    public EmulatorOptions Options => Emulated.Options with
    {
        Root = folder.CreateSubdirectory("root").FullName,
        Variables = ImmutableDictionary<string, string>.Empty.Add("PATH", folder.FullName),
    };

    public ToolFolder WithReal(string tool)
    {
        File.CreateSymbolicLink(Path.Combine(folder.FullName, tool), ToolPath.Find(tool, Emulated.Options)!);
        return this;
    }

    public ToolFolder WithScript(string tool, string script)
    {
        var file = Path.Combine(folder.FullName, tool);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
