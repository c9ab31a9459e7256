namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>The clone that this simulator was built from.</summary>
internal sealed record Clone(string Root)
{
    /// <summary>Searches for the solution file upwards from the running program.</summary>
    public static Clone Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Functions.sln")))
                return new Clone(folder);
        }

        throw new InvalidOperationException($"No Functions.sln above {AppContext.BaseDirectory}: run it inside the clone.");
    }

    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);
}
