using BenchmarkDotNet.Attributes;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Benchmarks.InProcess;

/// <summary>An alarm event, from its bytes to the write.</summary>
[MemoryDiagnoser]
public class AlarmBenchmarks
{
    private readonly WatchkeeperConfiguration configuration = WatchkeeperConfiguration.Default();
    private readonly DateTimeOffset now = Clock.System.GetUtcNow();
    private readonly byte[] payload;

    public AlarmBenchmarks()
    {
        var repository = Path.GetDirectoryName(Watchkeeper.Cli.Run.Repository.Template(null))!;
        payload = new World.AlarmEvents(repository, Clock.System).Next();
    }

    [Benchmark]
    public SignalParseResult Parse() => Aws.Events.Alarms.AlarmEvents.Read(payload, now)[0];

    [Benchmark]
    public Decision ParseAndDecide()
    {
        var signal = ((SignalParseResult.Accepted)Parse()).Signal;
        var severity = configuration.Severity.Classify(signal);
        return OptimisticWrite.Decide(OptimisticWrite.For(signal, null), signal, severity, configuration.Lifecycle, now);
    }
}
