namespace Watchkeeper.Cli.Files;

/// <summary>A record is larger than the largest window.</summary>
internal sealed class RecordTooLargeException : Exception;
