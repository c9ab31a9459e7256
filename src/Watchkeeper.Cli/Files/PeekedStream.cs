namespace Watchkeeper.Cli.Files;

/// <summary>A stream whose first bytes can be looked at before they are read, also where nothing can be read twice.</summary>
/// <param name="inner">The stream; goes with this one.</param>
internal sealed class PeekedStream(Stream inner) : ForwardStream
{
    private const int PeekBytes = 4096;

    private byte[] first = [];
    private int filled;
    private int at;

    /// <summary>Whether the stream was read to its end.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>The first bytes; fewer if the stream is shorter. Call it before reading.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (first.Length == 0)
        {
            first = new byte[PeekBytes];
            filled = inner.ReadAtLeast(first, count, throwOnEndOfStream: false);
        }

        return first.AsSpan(0, Math.Min(count, filled));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (at < filled)
        {
            var taken = Math.Min(buffer.Length, filled - at);
            first.AsSpan(at, taken).CopyTo(buffer);
            at += taken;
            return taken;
        }

        var read = inner.Read(buffer);
        IsEnded |= read == 0 && buffer.Length > 0;
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
