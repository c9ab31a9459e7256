namespace Watchkeeper.Cli.Applying;

/// <summary>What <c>detections apply</c> is asked to do.</summary>
internal sealed record ApplyOptions
{
    /// <summary>Files and folders with the detections; empty takes the own detections back.</summary>
    public required IReadOnlyCollection<string> Paths { get; init; }

    /// <summary>Who applies them, unless the store knows the caller.</summary>
    public required string Who { get; init; }

    /// <summary>Whether a detection may look for calls that no rule of the template passes.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether the result is printed as JSON.</summary>
    public bool AsJson { get; init; }
}
