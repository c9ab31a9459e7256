using Watchkeeper.Text;

namespace Watchkeeper.Cli.Files;

/// <summary>A file with JSON in it, packed or not; also a pipe, a device or standard input, which are read once.</summary>
internal static class InputStream
{
    /// <summary>The path that stands for standard input.</summary>
    public const string Standard = "-";

    /// <summary>The usual buffer in front of a file.</summary>
    public const int BufferBytes = 64 * 1024;

    /// <summary>
    /// Opens a file; gzip is known by its first bytes, whatever the file's name is. It may be several gzip files one after the
    /// other.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Stream Open(string path, int bufferBytes = BufferBytes)
    {
        if (path == Standard)
            return Unpack(OpenStandard());
        if (Directory.Exists(path))
            throw new IOException("is a folder");
        return Unpack(File.Open(
            path, new FileStreamOptions { BufferSize = bufferBytes, Options = FileOptions.SequentialScan }));
    }

    // Else a command without a pipe would seem to hang.
    private static Stream OpenStandard()
    {
        if (!Console.IsInputRedirected)
            Console.Error.WriteLine("Reading from the terminal. Ctrl-D on a line of its own ends the input.");
        return Console.OpenStandardInput();
    }

    /// <summary>The text in a stream, unpacked if it is packed.</summary>
    public static Stream Unpack(Stream file)
    {
        var text = new PeekedStream(file);
        return text.Peek(2) is [0x1F, 0x8B] ? new UnpackedStream(text) : text;
    }

    /// <summary>Why a text of another encoding is not read; null if it may be UTF-8.</summary>
    public static string? RefusalOf(ReadOnlySpan<byte> text) => ByteOrderMark.OtherEncoding(text) is { } encoding
        ? $"is in {encoding}: expected UTF-8 (in PowerShell, write it with Out-File -Encoding utf8)"
        : null;

    /// <summary>Why a file could not be read; null if the failure is of another kind.</summary>
    public static string? ReasonOf(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or folder",
        EndOfStreamException => "is gzip that was cut off",
        ArgumentException => "is no path of a file",
        InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException => failure.Message,
        _ => null,
    };
}
