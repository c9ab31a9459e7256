using System.Collections.Immutable;
using Watchkeeper.Cli.Embedded;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Lets moto give its instances the application's own ids; by itself it makes ids up, and no event could name one.</summary>
internal static class MotoInstances
{
    private const string PythonPath = "PYTHONPATH";

    /// <summary>The variables to start moto with. It makes a group's instances when the group is made, so their order is the groups'.</summary>
    public static ImmutableDictionary<string, string> Variables(EmbeddedApplication application)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Emulators", "moto");
        var path = Environment.GetEnvironmentVariable(PythonPath) is { Length: > 0 } set ? $"{folder}{Path.PathSeparator}{set}" : folder;
        return ImmutableDictionary<string, string>.Empty
            .Add(PythonPath, path)
            .Add("WATCHKEEPER_INSTANCES", string.Join(' ', application.Scaling().Groups.SelectMany(group => group.Instances)));
    }
}
