using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Gives moto's instances the application's ids. By itself, moto generates ids, which no event could name.</summary>
internal static class MotoInstances
{
    private const string PythonPath = "PYTHONPATH";

    /// <summary>
    /// Returns moto's environment variables. moto creates a group's instances together with the group, so the ids follow the
    /// order of the groups.
    /// </summary>
    public static ImmutableDictionary<string, string> Variables(EmbeddedApplication application)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Emulators", "moto");
        var path = Environment.GetEnvironmentVariable(PythonPath) is { Length: > 0 } set
            ? $"{folder}{Path.PathSeparator}{set}"
            : folder;
        return ImmutableDictionary<string, string>.Empty
            .Add(PythonPath, path)
            .Add("WATCHKEEPER_INSTANCES", string.Join(' ', application.Scaling().Groups.SelectMany(group => group.Instances)));
    }
}
