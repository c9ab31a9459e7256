namespace Watchkeeper.Cli.Asking;

/// <summary>The question cannot be answered as it was put: one line that says why, and what would be right.</summary>
internal sealed class AskException(string message) : Exception(message);
