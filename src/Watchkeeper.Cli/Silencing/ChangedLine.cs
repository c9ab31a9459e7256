namespace Watchkeeper.Cli.Silencing;

/// <summary>The result of <c>silence extend</c> and <c>silence expire</c>, as <c>--output json</c> prints it.</summary>
internal sealed record ChangedLine
{
    /// <summary>extended, expired, ended (it was over already), or overtaken (somebody else changed it meanwhile).</summary>
    public required string Result { get; init; }

    /// <summary>Who acted.</summary>
    public required string Actor { get; init; }

    /// <summary>One line about it.</summary>
    public required string Message { get; init; }

    /// <summary>The silence now.</summary>
    public required SilenceLine Silence { get; init; }

    /// <summary>The command that adds a new silence with the same matchers; null where none is needed.</summary>
    public string? Command { get; init; }
}
