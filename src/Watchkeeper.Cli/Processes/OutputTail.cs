namespace Watchkeeper.Cli.Processes;

/// <summary>The last lines of a process's output, in bounded memory. Thread-safe.</summary>
internal sealed class OutputTail
{
    private const int MaxLines = 200;
    private readonly Lock gate = new();
    private readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (gate)
        {
            if (lines.Count == MaxLines)
                lines.Dequeue();
            lines.Enqueue(line);
        }
    }

    public string[] Lines()
    {
        lock (gate)
            return [.. lines];
    }

    /// <summary>Returns the last <paramref name="count"/> lines that are not blank, each indented and on its own line.</summary>
    public string Quote(int count = 15)
    {
        var said = Lines().Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(count).ToList();
        return said.Count == 0 ? "  (no output)" : string.Join('\n', said.Select(line => "  " + line));
    }
}
