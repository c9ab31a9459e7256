using System.Buffers;
using System.Collections.Immutable;

namespace Watchkeeper.Cli.Files;

/// <summary>One input file: its unpacked bytes, or the reason why it is unreadable.</summary>
internal sealed record InputFile(string Name, ReadOnlyMemory<byte> Bytes, string? Error);

/// <summary>Reads the given files, and the files of the given folders, sorted by name.</summary>
/// <param name="search">Finds the files.</param>
/// <param name="maxBytes">The most bytes of a file; a packed file may expand to any size.</param>
internal sealed class InputFiles(FileSearch search, int maxBytes = InputFiles.MaxBytes)
{
    private const int MaxBytes = 256 * 1024 * 1024;
    private const int ChunkBytes = 64 * 1024;

    /// <summary>The ends of the names of files with one document.</summary>
    public static ImmutableArray<string> DocumentSuffixes { get; } = [".json", ".json.gz"];

    /// <summary>Reads one file, which no folder was searched for.</summary>
    public static InputFile ReadOne(string path) => new InputFiles(new FileSearch(DocumentSuffixes)).ReadFile(path);

    /// <summary>Reads the files one after the other.</summary>
    public IEnumerable<InputFile> Read(IEnumerable<string> paths) => search.Find(paths).Select(ReadFile);

    private InputFile ReadFile(string path)
    {
        try
        {
            // Whole chunks are read, so a buffer in front would only be one more copy.
            using var stream = search.Open(path, bufferBytes: 0);
            // Not a conditional expression: its null would become an empty Memory<byte>.
            if (ReadAll(stream) is { } bytes)
                return new InputFile(path, bytes, null);
            return new InputFile(path, default, $"has more than {maxBytes / (1024 * 1024)} MB");
        }
        catch (Exception failure) when (InputStream.ReasonOf(failure) is { } reason)
        {
            return new InputFile(path, default, reason);
        }
    }

    private ReadOnlyMemory<byte>? ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            while (stream.Read(chunk) is > 0 and var read)
            {
                if (bytes.Length + read > maxBytes)
                    return null;
                bytes.Write(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
