namespace Watchkeeper.Simulation.Bugs.Patches;

/// <summary>A copy of what the simulator is built from, in a temporary folder that goes with it.</summary>
internal sealed class SourceCopy : IDisposable
{
    private const string Project = "test/Watchkeeper.Simulation";
    private bool isRestored;

    private SourceCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public static SourceCopy Of(Clone clone)
    {
        var copy = new SourceCopy(Directory.CreateTempSubdirectory("watchkeeper-patches-").FullName);
        foreach (var file in new DirectoryInfo(clone.Root).EnumerateFiles())
        {
            if (file.Name is ".editorconfig" || file.Name.StartsWith("Directory.", StringComparison.Ordinal))
                file.CopyTo(Path.Combine(copy.Folder, file.Name));
        }

        copy.Take(clone.PathOf("src"), "src");
        copy.Take(clone.PathOf(Project), Project);
        return copy;
    }

    /// <summary>Builds the simulator as the sources are now.</summary>
    public void Build()
    {
        // A patch may leave a parameter without use: no mistake of the kind that is sought.
        string[] arguments =
        [
            "build", Project, "-c", "Release", "-nologo", "-v:q", "-clp:ErrorsOnly", "--disable-build-servers",
            "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false",
        ];
        Command.Run(Folder, "dotnet", isRestored ? [.. arguments, "--no-restore"] : arguments);
        isRestored = true;
    }

    /// <summary>Lets the built simulator look for a broken promise.</summary>
    public HuntResult Hunt()
    {
        var program = Path.Combine(Folder, Project, "bin", "Release", "net10.0", "Watchkeeper.Simulation.dll");
        return HuntResult.FromJson(Command.Run(Folder, "dotnet", [program, "--hunt"]));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Take(string from, string to)
    {
        var target = Directory.CreateDirectory(Path.Combine(Folder, to)).FullName;
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            if (entry is FileInfo file)
                file.CopyTo(Path.Combine(target, file.Name));
            else if (entry.Name is not ("bin" or "obj"))
                Take(entry.FullName, Path.Combine(to, entry.Name));
        }
    }
}
