using System.Diagnostics;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Subjects;

/// <summary>The Python function that makes the same two calls.</summary>
internal static class PythonProgram
{
    /// <summary>The interpreter itself: the PATH may find a script that searches for it, which no Lambda runtime does.</summary>
    public static async Task<FunctionExecutable> FindAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("python3", ["-c", "import boto3, sys; print(sys.executable)"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var interpreter = (await process.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? new FunctionExecutable(interpreter, AppContext.BaseDirectory)
            {
                Arguments = [Path.Combine(AppContext.BaseDirectory, "Subjects", "function.py")],
            }
            : throw new BenchmarkException("Python 3 with boto3 is needed: pip install boto3.");
    }
}
