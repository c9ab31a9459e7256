using System.IO.Compression;

namespace Watchkeeper.Cli.Detecting;

/// <summary>One input file: its unpacked bytes, or the reason why it is unreadable.</summary>
internal sealed record InputFile(string Name, ReadOnlyMemory<byte> Bytes, string? Error);

/// <summary>Reads the given files, and all <c>.json</c> and <c>.json.gz</c> files of the given folders, sorted by name.</summary>
internal static class InputFiles
{
    // A packed file may expand to any size; a larger file does not come from CloudTrail.
    private const int MaxBytes = 256 * 1024 * 1024;

    public static async IAsyncEnumerable<InputFile> ReadAsync(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            foreach (var file in Directory.Exists(path) ? FilesIn(path) : [path])
                yield return await ReadOneAsync(file);
        }
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads one file.</summary>
    public static async Task<InputFile> ReadOneAsync(string path)
    {
        try
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                return new InputFile(path, await File.ReadAllBytesAsync(path), null);
            await using var packed = File.OpenRead(path);
            await using var unpacking = new GZipStream(packed, CompressionMode.Decompress);
            return await UnpackAsync(unpacking) is { } bytes
                ? new InputFile(path, bytes, null)
                : new InputFile(path, default, $"unpacks to more than {MaxBytes / (1024 * 1024)} MB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var reason = failure is FileNotFoundException or DirectoryNotFoundException
                ? "there is no such file or folder"
                : failure.Message;
            return new InputFile(path, default, reason);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> UnpackAsync(GZipStream unpacking)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await unpacking.ReadAsync(buffer) is > 0 and var read)
        {
            if (bytes.Length + read > MaxBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
