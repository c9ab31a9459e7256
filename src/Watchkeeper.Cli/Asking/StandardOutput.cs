using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Watchkeeper.Cli.Asking;

/// <summary>Standard output that notices when nobody reads any more.</summary>
internal static class StandardOutput
{
    // EPIPE, on every Unix.
    private const int BrokenPipe = 32;

    /// <summary>Whether a write failed because nobody reads any more, and not because of a full disk.</summary>
    public static bool IsGone(IOException failure) => failure.HResult == BrokenPipe;

    /// <summary>
    /// Opens it. The console's own stream hides a closed pipe, so that <c>--watch | head -1</c> would go on for ever; this one
    /// throws an <see cref="IOException"/>.
    /// </summary>
    public static TextWriter Open()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
            return Console.Out;
        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file has a place that others write at too, such as «> file 2>&1»: the console's stream keeps to it.
        return stream.CanSeek ? Console.Out : new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = false };
    }
}
