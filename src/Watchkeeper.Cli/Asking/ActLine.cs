namespace Watchkeeper.Cli.Asking;

/// <summary>The result of an operator's action, as <c>--output json</c> prints it.</summary>
internal sealed record ActLine
{
    /// <summary>done, taken (somebody else was first), ended, or reason-missing.</summary>
    public required string Result { get; init; }

    /// <summary>Who acted.</summary>
    public required string Actor { get; init; }

    /// <summary>One line about it.</summary>
    public required string Message { get; init; }

    /// <summary>The incident now.</summary>
    public required IncidentLine Incident { get; init; }
}
