using Watchkeeper.Functions.Hosting;

namespace Watchkeeper.Simulation.Lambda;

/// <summary>A function's settings, as template.yaml has them; a test compares the two.</summary>
internal sealed record FunctionModel(FunctionName Name, TimeSpan Timeout, int Concurrency, int Retries, TimeSpan OldestEvent)
{
    private static readonly TimeSpan SixHours = TimeSpan.FromHours(6);

    public static FunctionModel For(FunctionName name) => name switch
    {
        FunctionName.NotifyFunction => new(name, TimeSpan.FromSeconds(60), 8, 2, SixHours),
        FunctionName.ReactFunction => new(name, TimeSpan.FromSeconds(60), 4, 2, TimeSpan.FromHours(1)),
        FunctionName.SweepFunction => new(name, TimeSpan.FromSeconds(66), 4, 1, TimeSpan.FromMinutes(5)),
        FunctionName.AdvisorFunction => new(name, TimeSpan.FromSeconds(600), 1, 2, SixHours),
        FunctionName.FeedbackFunction => new(name, TimeSpan.FromSeconds(30), 2, 2, SixHours),
        FunctionName.HealthFunction => new(name, TimeSpan.FromSeconds(30), 5, 2, SixHours),
        _ => new(name, TimeSpan.FromSeconds(30), 15, 2, SixHours),
    };
}
