using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Writes the output of all functions to one file, each line at once: a run that goes on is read while it does.</summary>
internal sealed class FunctionLog(string path) : IDisposable
{
    private readonly StreamWriter writer = new(path, append: true) { AutoFlush = true };
    private readonly Lock gate = new();

    public void Write(FunctionLine line)
    {
        lock (gate)
            writer.WriteLine(line.IsError ? $"{line.Function}: {line.Text}" : line.Text);
    }

    public void Dispose() => writer.Dispose();
}
