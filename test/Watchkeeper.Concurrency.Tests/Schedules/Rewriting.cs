using System.Reflection;
using Microsoft.Coyote.SystematicTesting;
using CoyoteConfiguration = Microsoft.Coyote.Configuration;

namespace Watchkeeper.Concurrency.Tests.Schedules;

/// <summary>
/// Coyote's binary rewriting, which lets its scheduler decide which task continues. The engine of its command line is internal to
/// the library.
/// </summary>
internal static class Rewriting
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>Rewrites assemblies of one folder and copies its other files.</summary>
    /// <param name="folder">Their folder.</param>
    /// <param name="names">Their file names.</param>
    /// <param name="output">The folder of the results.</param>
    public static void Run(string folder, IEnumerable<string> names, string output)
    {
        var configuration = CoyoteConfiguration.Create();
        var options = Type("Rewriting.RewritingOptions").GetMethod("Create", Any, [])!.Invoke(null, null)!;
        Set(options, "AssembliesDirectory", folder);
        Set(options, "OutputDirectory", output);
        Set(options, "AssemblyPaths", names.Select(name => Path.Combine(folder, name)).ToHashSet(StringComparer.Ordinal));
        var log = Activator.CreateInstance(Type("Logging.LogWriter"), Any, null, [configuration, true], culture: null)!;
        var profiler = Activator.CreateInstance(Type("Profiler"), nonPublic: true)!;
        var run = Type("Rewriting.RewritingEngine").GetMethods(Any)
            .Single(method => method.Name is "Run" && method.GetParameters().Length == 4);
        run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [options, configuration, log, profiler], null);
    }

    private static void Set(object options, string property, object value) =>
        options.GetType().GetProperty(property, Any)!.SetValue(options, value);

    private static Type Type(string name) =>
        typeof(TestingEngine).Assembly.GetType($"Microsoft.Coyote.{name}")
        ?? typeof(CoyoteConfiguration).Assembly.GetType($"Microsoft.Coyote.{name}", throwOnError: true)!;
}
