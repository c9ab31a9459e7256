namespace Watchkeeper.Testing;

/// <summary>The clone that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds Functions.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the clone, given by its parts.</summary>
    public static string PathOf(params IEnumerable<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Functions.sln")))
                return folder;
        }
        throw new InvalidOperationException(
            $"No Functions.sln above {AppContext.BaseDirectory}: run the tests inside the clone.");
    }
}
