namespace Watchkeeper.Cli.Run;

/// <summary>One event to feed, byte for byte as it stands in its file.</summary>
/// <param name="Name">The path as it is shown, with forward slashes.</param>
/// <param name="Bytes">The file's content.</param>
/// <param name="Time">When it happened, by its own word; null where it does not say so in a way that all can read.</param>
internal sealed record EventFile(string Name, ReadOnlyMemory<byte> Bytes, DateTimeOffset? Time);
