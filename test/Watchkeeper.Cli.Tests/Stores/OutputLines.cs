using System.Collections.Concurrent;
using System.Text;

namespace Watchkeeper.Cli.Tests.Stores;

/// <summary>The lines of a run that goes on, for another thread to read.</summary>
internal sealed class OutputLines : TextWriter
{
    private readonly ConcurrentQueue<string> lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public bool Has(string text) => lines.Any(line => line.Contains(text, StringComparison.Ordinal));

    public override void WriteLine(string? value) => lines.Enqueue(value ?? "");
}
