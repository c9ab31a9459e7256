namespace Watchkeeper.Cli.Silencing;

/// <summary>What shall become of a silence, as it was typed.</summary>
internal sealed record ChangeOptions
{
    /// <summary>The id, whole or shortened.</summary>
    public required string Id { get; init; }

    /// <summary>How long from now it shall last; null with an end.</summary>
    public string? For { get; init; }

    /// <summary>Until when it shall last; null with a duration.</summary>
    public string? Until { get; init; }

    /// <summary>Who acts.</summary>
    public required ActorName Actor { get; init; }

    /// <summary>Writes the command that adds a new silence like an ended one.</summary>
    public required AddCommandText Command { get; init; }

    /// <summary>Whether the result is printed as JSON.</summary>
    public required bool AsJson { get; init; }
}
