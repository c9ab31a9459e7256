namespace Watchkeeper.Cli.Run;

/// <summary>What <c>run</c> was asked to do.</summary>
internal sealed record RunOptions
{
    /// <summary>embedded, emulators or aws.</summary>
    public required string Backend { get; init; }

    /// <summary>The events to feed; null takes the repository's own.</summary>
    public string? Events { get; init; }

    /// <summary>The template; null looks for template.yaml here and above.</summary>
    public string? Template { get; init; }

    /// <summary>The functions' executable, for emulators; null takes the one beside this program.</summary>
    public string? Executable { get; init; }

    /// <summary>Where data goes; null makes a new folder under .watchkeeper/runs.</summary>
    public string? Data { get; init; }

    /// <summary>Whether to end when all is quiet.</summary>
    public required bool Once { get; init; }

    /// <summary>The port to take further events on; 0 lets the system choose.</summary>
    public required int Port { get; init; }

    /// <summary>Values for the template's parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
