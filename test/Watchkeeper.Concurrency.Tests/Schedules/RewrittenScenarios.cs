using System.Reflection;
using System.Runtime.Loader;
using Watchkeeper.Concurrency.Scenarios;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Incidents;

namespace Watchkeeper.Concurrency.Tests.Schedules;

/// <summary>
/// The scenarios and the product's code that they use, rewritten and loaded beside the assemblies of the tests.
/// </summary>
internal sealed class RewrittenScenarios : AssemblyLoadContext
{
    private static readonly Assembly[] Ours =
        [typeof(Slot).Assembly, typeof(SignalIntake).Assembly, typeof(ScenarioCatalogue).Assembly];

    private static readonly Lazy<RewrittenScenarios> Once = new(() => new RewrittenScenarios());

    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "rewritten");
    private readonly MethodInfo find;

    private RewrittenScenarios()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Rewriting.Run(AppContext.BaseDirectory, Ours.Select(each => Path.GetFileName(each.Location)), folder);
        find = LoadFromAssemblyName(typeof(ScenarioCatalogue).Assembly.GetName())
            .GetType(typeof(ScenarioCatalogue).FullName!, throwOnError: true)!.GetMethod(nameof(ScenarioCatalogue.Find))!;
    }

    /// <summary>The rewritten counterpart of <see cref="ScenarioCatalogue.Find"/>.</summary>
    public static Func<Task> Find(string name, bool inOneStep) => (Func<Task>)Once.Value.find.Invoke(null, [name, inOneStep])!;

    // Assemblies that use the product's types load here too, so that each type has one identity; all others are shared.
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name!.StartsWith("Watchkeeper", StringComparison.Ordinal)
        || Ours.Any(each => each.GetName().Name == assemblyName.Name)
            ? LoadFromAssemblyPath(Path.Combine(folder, $"{assemblyName.Name}.dll"))
            : null;
}
