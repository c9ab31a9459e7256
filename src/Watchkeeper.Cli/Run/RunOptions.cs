namespace Watchkeeper.Cli.Run;

/// <summary>The options of the <c>run</c> command.</summary>
internal sealed record RunOptions
{
    /// <summary>The backend: embedded, emulators or aws.</summary>
    public required string Backend { get; init; }

    /// <summary>The path of the events to feed; null selects the repository's own events.</summary>
    public string? Events { get; init; }

    /// <summary>The path of the template; null searches for template.yaml in this folder and its parents.</summary>
    public string? Template { get; init; }

    /// <summary>The functions' executable for the emulators; null selects the one beside this program.</summary>
    public string? Executable { get; init; }

    /// <summary>The data folder; null creates a new folder under .watchkeeper/runs.</summary>
    public string? Data { get; init; }

    /// <summary>The path of a file with secrets for the embedded backend; null for no secrets.</summary>
    public string? Secrets { get; init; }

    /// <summary>Whether the run ends when no work is left.</summary>
    public required bool Once { get; init; }

    /// <summary>The port on which the run accepts further events; 0 lets the system choose.</summary>
    public required int Port { get; init; }

    /// <summary>Values for the template's parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
