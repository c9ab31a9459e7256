namespace Watchkeeper.Cli.Processes;

/// <summary>A run cannot begin or go on. The message says to a person, in whole sentences, what is wrong and what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">What the operating system or the tool said.</param>
public sealed class RunException(string message, Exception? innerException = null) : Exception(message, innerException);
