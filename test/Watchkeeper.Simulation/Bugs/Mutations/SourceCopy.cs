namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A copy of the simulator's sources, in a temporary folder that is deleted on disposal.</summary>
internal sealed class SourceCopy : IDisposable
{
    private const string Project = "test/Watchkeeper.Simulation";
    // What the simulator is compiled from.
    private static readonly string[] Folders = ["src", "test/Watchkeeper.Testing/Configurations", Project];
    private const string Original = ".original";
    private readonly List<string> changed = [];
    private bool isRestored;
    private bool isOtherwise;

    private SourceCopy(string folder) => Folder = folder;

    public string Folder { get; }

    private string Simulator => Path.Combine(Folder, Project, "bin", "Release", "net10.0");

    public static SourceCopy Create(Clone clone)
    {
        var copy = new SourceCopy(Directory.CreateTempSubdirectory("watchkeeper-mutations-").FullName);
        foreach (var file in new DirectoryInfo(clone.Root).EnumerateFiles())
        {
            if (file.Name is ".editorconfig" || file.Name.StartsWith("Directory.", StringComparison.Ordinal))
                file.CopyTo(Path.Combine(copy.Folder, file.Name));
        }

        foreach (var folder in Folders)
            copy.Take(clone.PathOf(folder), folder);
        return copy;
    }

    /// <summary>Builds the simulator as the sources are now.</summary>
    public void Build()
    {
        Build(Project, isRestored ? ["--no-restore"] : []);
        isRestored = true;
    }

    /// <summary>Overwrites files and builds the projects that they belong to.</summary>
    public void Change(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(Folder, file.Path);
            File.Move(path, path + Original);
            changed.Add(path);
            File.WriteAllText(path, file.Text);
        }

        foreach (var project in files.Select(file => ProjectOf(file.Path)).Distinct(StringComparer.Ordinal))
            Rebuild(project);
    }

    /// <summary>Restores the sources and the simulator to the state before <see cref="Change"/>.</summary>
    public void PutBack()
    {
        foreach (var path in changed)
        {
            File.Move(path + Original, path, overwrite: true);
            // The build compiles what is newer than its output.
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }

        changed.Clear();
        foreach (var place in Directory.GetFiles(Simulator, "*" + Original))
            File.Move(place, place[..^Original.Length], overwrite: true);
        if (isOtherwise)
            Build();
        isOtherwise = false;
    }

    /// <summary>Runs the built simulator's hunt for a broken promise.</summary>
    public HuntResult Hunt() => HuntResult.FromJson(
        Command.Run(Folder, "dotnet", [Path.Combine(Simulator, "Watchkeeper.Simulation.dll"), "--hunt"]));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // Builds a project by itself and puts it in the place of the one with which the simulator was built, which is many times
    // faster than to build all again; where others see it otherwise than before, all is built again.
    private void Rebuild(string project)
    {
        var seen = File.ReadAllBytes(Seen(project));
        Build(project, ["--no-restore", "--no-dependencies"]);
        if (!File.ReadAllBytes(Seen(project)).AsSpan().SequenceEqual(seen))
        {
            isOtherwise = true;
            Build();
            return;
        }

        var place = Path.Combine(Simulator, Path.GetFileName(Built(project)));
        File.Move(place, place + Original);
        File.Copy(Built(project), place);
    }

    private void Build(string project, IEnumerable<string> more)
    {
        // A mutation may leave a parameter without use: no mistake of the kind that is sought.
        string[] arguments =
        [
            "build", project, "-c", "Release", "-nologo", "-v:q", "-clp:ErrorsOnly", "--disable-build-servers",
            "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", .. more,
        ];
        Command.Run(Folder, "dotnet", arguments);
    }

    // The nearest folder above with a project in it.
    private string ProjectOf(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.csproj").Any() ? folder : ProjectOf(folder);
    }

    private string Built(string project) =>
        Directory.GetFiles(Path.Combine(Folder, project, "obj", "Release", "net10.0"), "*.dll").Single();

    // The reference assembly: what other projects are compiled against.
    private string Seen(string project) =>
        Directory.GetFiles(Path.Combine(Folder, project, "obj", "Release", "net10.0", "ref"), "*.dll").Single();

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
