using System.IO.Compression;

namespace Watchkeeper.Cli.Files;

/// <summary>
/// Unpacks gzip: one file of it, or several one after the other. Tells a file that was cut off from a damaged one.
/// </summary>
/// <param name="packed">The packed bytes; go with this stream.</param>
internal sealed class UnpackedStream(PeekedStream packed) : ForwardStream
{
    private readonly GZipStream inner = new(packed, CompressionMode.Decompress);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The message says what is wrong.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidDataException failure)
        {
            // The library has one exception for both, but only a file that was cut off is read to its end.
            throw new InvalidDataException(packed.IsEnded ? "is gzip that was cut off" : "is damaged gzip", failure);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
