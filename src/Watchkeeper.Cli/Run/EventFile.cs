namespace Watchkeeper.Cli.Run;

/// <summary>One event to feed, byte for byte as in its file.</summary>
/// <param name="Name">The displayed path, with forward slashes.</param>
/// <param name="Bytes">The file's content.</param>
/// <param name="Time">The event's own time; null if the event has no time in a known format.</param>
internal sealed record EventFile(string Name, ReadOnlyMemory<byte> Bytes, DateTimeOffset? Time);
