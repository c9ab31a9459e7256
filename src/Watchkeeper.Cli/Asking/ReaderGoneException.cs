namespace Watchkeeper.Cli.Asking;

/// <summary>Nobody reads the answers any more: the other end of the pipe is closed.</summary>
internal sealed class ReaderGoneException() : Exception("standard output is closed");
