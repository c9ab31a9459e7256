using System.Diagnostics;
using System.Runtime.InteropServices;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Subjects;

/// <summary>Publishes a project as the Makefile of the functions does.</summary>
internal static class NativeProgram
{
    /// <summary>The native executable, rebuilt if its sources changed.</summary>
    public static async Task<FunctionExecutable> PublishAsync(
        string repository, string project, string assembly, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(repository, ".watchkeeper", "benchmarks", assembly);
        var runtime = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        await RunAsync("publish", repository, project, [$"-p:BootstrapRuntime={runtime}", "-o", folder], cancellationToken);
        return new FunctionExecutable(Path.Combine(folder, assembly), folder);
    }

    /// <summary>The same for the JIT.</summary>
    public static async Task<FunctionExecutable> BuildAsync(
        string repository, string project, string assembly, CancellationToken cancellationToken)
    {
        await RunAsync("build", repository, project, [], cancellationToken);
        var folder = Path.Combine(repository, project, "bin", "Release", "net10.0");
        return new FunctionExecutable(Path.Combine(folder, assembly), folder);
    }

    private static async Task RunAsync(
        string command, string repository, string project, string[] arguments, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"dotnet {command} {project} {string.Join(' ', arguments)}");
        var start = new ProcessStartInfo(
            "dotnet",
            [command, Path.Combine(repository, project), "-c", "Release", "--nologo", "--disable-build-servers", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new BenchmarkException(output);
    }
}
