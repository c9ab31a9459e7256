namespace Watchkeeper.Cli.Processes;

/// <summary>
/// The run cannot start or continue. The message tells a person in whole sentences what is wrong and what to do.
/// </summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">The error of the operating system or the tool.</param>
internal sealed class RunException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the command was given wrongly, as opposed to having failed.</summary>
    public bool IsUsage { get; init; }
}
