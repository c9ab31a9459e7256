namespace Watchkeeper.Cli.Detecting.Reading;

/// <summary>
/// A window on a stream that slides forward, and that grows as long as bytes from its start are still needed.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="maxBytes">The largest window.</param>
internal sealed class RecordBuffer(Stream stream, int maxBytes)
{
    private const int FirstBytes = 256 * 1024;

    private byte[] bytes = new byte[FirstBytes];
    private long discarded;
    private int filled;

    /// <summary>The first byte that is still needed.</summary>
    public int Start { get; private set; }

    /// <summary>The next byte to look at.</summary>
    public int At { get; set; }

    /// <summary>The unread bytes of the window.</summary>
    public ReadOnlySpan<byte> Rest => bytes.AsSpan(At, filled - At);

    /// <summary>The place of <see cref="At"/> in the stream.</summary>
    public long Offset => discarded + At;

    /// <summary>Forgets everything before <see cref="At"/>.</summary>
    public void Release() => Start = At;

    /// <summary>The bytes between two places of the window.</summary>
    public ReadOnlyMemory<byte> Between(int from, int to) => bytes.AsMemory(from, to - from);

    /// <summary>Makes sure that there is a byte to look at; false at the end of the stream.</summary>
    /// <exception cref="RecordTooLargeException">The window would become too large.</exception>
    public bool Ensure(int count = 1)
    {
        while (filled - At < count)
        {
            MakeRoom();
            var read = stream.Read(bytes, filled, bytes.Length - filled);
            if (read == 0)
                return false;
            filled += read;
        }

        return true;
    }

    private void MakeRoom()
    {
        if (filled < bytes.Length)
            return;
        if (Start > 0)
        {
            bytes.AsSpan(Start, filled - Start).CopyTo(bytes);
            (discarded, At, filled, Start) = (discarded + Start, At - Start, filled - Start, 0);
            return;
        }

        if (bytes.Length >= maxBytes)
            throw new RecordTooLargeException();
        Array.Resize(ref bytes, (int)Math.Min((long)bytes.Length * 2, maxBytes));
    }
}
