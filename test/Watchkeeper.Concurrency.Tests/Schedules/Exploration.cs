using System.Diagnostics;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;
using Watchkeeper.Concurrency.Scenarios;
using CoyoteConfiguration = Microsoft.Coyote.Configuration;

namespace Watchkeeper.Concurrency.Tests.Schedules;

/// <summary>The result of running a scenario under many schedules.</summary>
/// <param name="Schedules">The number of schedules, up to the first that broke a promise.</param>
/// <param name="Breach">The broken promise; null if none.</param>
/// <param name="Seconds">The duration in seconds.</param>
internal sealed record Exploration(int Schedules, string? Breach, double Seconds)
{
    /// <summary>Runs a scenario under random schedules of a seed until a promise breaks.</summary>
    /// <param name="scenario">One of <see cref="ScenarioCatalogue.Names"/>.</param>
    /// <param name="most">The maximum number of schedules.</param>
    /// <param name="seed">Equal seeds give equal schedules.</param>
    /// <param name="inOneStep">Whether the stores honour their contract.</param>
    public static Exploration Run(string scenario, int most, int seed, bool inOneStep = true)
    {
        var test = RewrittenScenarios.Find(scenario, inOneStep);
        var watch = Stopwatch.StartNew();
        var configuration = CoyoteConfiguration.Create()
            .WithTestingIterations((uint)most)
            .WithRandomGeneratorSeed((uint)seed)
            .WithPrioritizationStrategy()
            .WithPartiallyControlledConcurrencyAllowed(false)
            .WithTelemetryEnabled(false);
        using var engine = TestingEngine.Create(configuration, test);
        using var silence = new TextWriterLogger(TextWriter.Null, VerbosityLevel.None);
        engine.SetLogger(silence);
        engine.Run();
        var report = engine.TestReport;
        var breach = report.BugReports.Concat(report.InternalErrors).Concat(report.UncontrolledInvocations).FirstOrDefault();
        var schedules = report.NumOfExploredFairPaths + report.NumOfExploredUnfairPaths;
        return new Exploration(schedules, breach, watch.Elapsed.TotalSeconds);
    }
}
