namespace Watchkeeper.Patterns.Compilation;

/// <summary>Why a pattern is rejected, as EventBridge would reject it when a rule is created.</summary>
public sealed record PatternError
{
    /// <summary>JSON path in the pattern, such as <c>$.detail.state[0].prefix</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What is wrong there, in one line of plain text. Names from the pattern are JSON strings.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Reason} (at {Path})";
}
