using System.IO.Compression;

namespace Watchkeeper.Cli.Files;

/// <summary>A file of CloudTrail events, compressed or not.</summary>
internal static class TrailFile
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>
    /// Opens a file; gzip is known by its first bytes, whatever the file's name is. It may be several gzip files one after the
    /// other.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read, or is no regular file.</exception>
    public static Stream Open(string path)
    {
        if (Directory.Exists(path))
            throw new IOException("is a folder");
        var file = File.Open(path, new FileStreamOptions { BufferSize = BufferBytes, Options = FileOptions.SequentialScan });
        if (!file.CanSeek)
            return file;
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Why a file could not be read; null if the failure is of another kind.</summary>
    public static string? ReasonOf(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or folder",
        InvalidDataException or EndOfStreamException => "is damaged gzip, or was cut off",
        IOException or UnauthorizedAccessException or NotSupportedException => failure.Message,
        _ => null,
    };
}
