using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Watchkeeper.Benchmarks.InProcess;

/// <summary>Measures inside this process: a generated project would not be built by this repository's rules.</summary>
internal static class InProcessConfig
{
    public static IConfig Value { get; } =
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
