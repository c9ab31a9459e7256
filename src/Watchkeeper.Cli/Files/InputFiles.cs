namespace Watchkeeper.Cli.Files;

/// <summary>One input file: its unpacked bytes, or the reason why it is unreadable.</summary>
internal sealed record InputFile(string Name, ReadOnlyMemory<byte> Bytes, string? Error);

/// <summary>Reads the given files, and all <c>.json</c> and <c>.json.gz</c> files of the given folders, sorted by name.</summary>
internal static class InputFiles
{
    // A packed file may expand to any size; no detection is that large.
    private const int MaxBytes = 256 * 1024 * 1024;

    private static readonly string[] Suffixes = [".json", ".json.gz"];

    public static async IAsyncEnumerable<InputFile> ReadAsync(IEnumerable<string> paths)
    {
        foreach (var file in TrailFiles.Find(paths, Suffixes))
            yield return await ReadOneAsync(file);
    }

    /// <summary>Reads one file.</summary>
    public static async Task<InputFile> ReadOneAsync(string path)
    {
        try
        {
            await using var stream = TrailFile.Open(path);
            return await ReadAsync(stream) is { } bytes
                ? new InputFile(path, bytes, null)
                : new InputFile(path, default, $"unpacks to more than {MaxBytes / (1024 * 1024)} MB");
        }
        catch (Exception failure) when (TrailFile.ReasonOf(failure) is { } reason)
        {
            return new InputFile(path, default, reason);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer) is > 0 and var read)
        {
            if (bytes.Length + read > MaxBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
