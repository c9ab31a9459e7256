using System.Diagnostics;
using Microsoft.Coyote.Logging;
using Microsoft.Coyote.SystematicTesting;
using Watchkeeper.Concurrency.Scenarios;
using CoyoteConfiguration = Microsoft.Coyote.Configuration;

namespace Watchkeeper.Concurrency.Tests.Schedules;

/// <summary>What came of running a scenario under many schedules.</summary>
/// <param name="Schedules">How many were run; up to the first that broke a promise.</param>
/// <param name="Breach">What was broken; null where nothing was.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record Exploration(int Schedules, string? Breach, double Seconds)
{
    /// <summary>Runs a scenario under schedules that a seed chooses, until a promise is broken.</summary>
    /// <param name="scenario">One of <see cref="ScenarioCatalogue.Names"/>.</param>
    /// <param name="most">How many schedules at most.</param>
    /// <param name="seed">Of two runs with one seed the schedules are the same.</param>
    /// <param name="inOneStep">Whether its stores keep their contract.</param>
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
