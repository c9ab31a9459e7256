using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Watchkeeper.Benchmarks.InProcess;

/// <summary>Measures inside this process, because a generated project would not follow this repository's build rules.</summary>
internal static class InProcessConfig
{
    public static IConfig Value { get; } =
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
