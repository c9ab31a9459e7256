using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Asking;

/// <summary>An operator's action, as it was typed.</summary>
internal sealed record ActOptions
{
    /// <summary>The incident's id, whole or shortened.</summary>
    public required string Id { get; init; }

    /// <summary>What to do.</summary>
    public required OperatorVerb Verb { get; init; }

    /// <summary>The operator's words: a comment, or why the incident is resolved.</summary>
    public string Note { get; init; } = "";

    /// <summary>The option that holds the words, for errors.</summary>
    public string NoteName { get; init; } = "the text";

    /// <summary>The operator's name; not asked for where the store knows the caller.</summary>
    public required string Who { get; init; }

    /// <summary>Whether only the store may say who acts.</summary>
    public required bool MustBeKnown { get; init; }

    /// <summary>A new identity for this action.</summary>
    public required string ActionId { get; init; }

    /// <summary>Whether the result is printed as JSON.</summary>
    public required bool AsJson { get; init; }
}
