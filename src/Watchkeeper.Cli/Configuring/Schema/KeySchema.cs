namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>A key of a map.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">The form of its value.</param>
/// <param name="Description">What it does, in one sentence, for editors and pages.</param>
internal sealed record KeySchema(string Name, ValueSchema Value, string Description)
{
    /// <summary>Whether the map needs the key.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the key, though right, keeps the file from being applied; the reason, null if it does not.</summary>
    public string? Refusal { get; init; }

    /// <summary>What to know about the key's effect, such as that it has none; null if there is nothing to say.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a key without a value counts as absent, as it does for Alertmanager.</summary>
    public bool MayBeNull { get; init; } = true;
}
