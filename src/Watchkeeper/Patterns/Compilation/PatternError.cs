namespace Watchkeeper.Patterns.Compilation;

/// <summary>Why a pattern is refused, as EventBridge would refuse it at the creation of a rule.</summary>
public sealed record PatternError
{
    /// <summary>Where in the pattern: a JSON path such as <c>$.detail.state[0].prefix</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there, in one line of plain text; names from the pattern are written as JSON strings.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Reason} (at {Path})";
}
