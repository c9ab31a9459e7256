using System.Buffers;
using System.Runtime.InteropServices;

namespace Watchkeeper.Cli.Files;

/// <summary>
/// A window on a stream that slides forward, and that grows as long as bytes from its start are still needed. Bytes that it lends
/// stay as they are: the window moves to another array, and the borrower gives back the one that it left.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="maxBytes">The largest window.</param>
/// <param name="usualBytes">The smallest window.</param>
internal sealed class RecordBuffer(
    Stream stream, int maxBytes = RecordBuffer.MaxRecordBytes, int usualBytes = RecordBuffer.UsualBytes)
{
    /// <summary>The usual window: it fits into a core's cache together with what is computed from it.</summary>
    public const int UsualBytes = 256 * 1024;

    private const int MaxRecordBytes = 64 * 1024 * 1024;

    private byte[] bytes = usualBytes > 0 ? Rent(usualBytes) : [];
    private byte[]? left;
    private bool isLent;
    private bool isWhole;
    private long discarded;
    private int filled;

    /// <summary>The largest window.</summary>
    public int MaxBytes => maxBytes;

    /// <summary>The first byte that is still needed.</summary>
    public int Start { get; private set; }

    /// <summary>The next byte to look at.</summary>
    public int At { get; set; }

    /// <summary>The unread bytes of the window.</summary>
    public ReadOnlySpan<byte> Rest => bytes.AsSpan(At, filled - At);

    /// <summary>The place of <see cref="At"/> in the stream.</summary>
    public long Offset => discarded + At;

    /// <summary>A window on bytes that are all there. It copies none, so what it lends lives as long as they do.</summary>
    public static RecordBuffer Over(ReadOnlyMemory<byte> whole)
    {
        if (!MemoryMarshal.TryGetArray(whole, out var segment))
            segment = whole.ToArray();
        return new RecordBuffer(Stream.Null, usualBytes: 0)
        {
            bytes = segment.Array!,
            isWhole = true,
            discarded = -segment.Offset,
            Start = segment.Offset,
            At = segment.Offset,
            filled = segment.Offset + segment.Count,
        };
    }

    /// <summary>Gives back an array that was lent.</summary>
    public static void GiveBack(byte[] array)
    {
        // The pool would keep a large one for ever.
        if (array.Length == UsualBytes)
            ArrayPool<byte>.Shared.Return(array);
    }

    private static byte[] Rent(int size) =>
        size == UsualBytes ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    /// <summary>Forgets everything before <see cref="At"/>.</summary>
    public void Release() => Start = At;

    /// <summary>The bytes between two places of the window, until it moves.</summary>
    public ReadOnlySpan<byte> Between(int from, int to) => bytes.AsSpan(from, to - from);

    /// <summary>Lends the bytes from <see cref="Start"/> to <see cref="At"/>.</summary>
    public ReadOnlyMemory<byte> Lend()
    {
        isLent = true;
        return bytes.AsMemory(Start, At - Start);
    }

    /// <summary>The array with lent bytes that the window has left since the last call; null if there is none.</summary>
    public byte[]? TakeLeft()
    {
        var taken = left;
        left = null;
        return taken;
    }

    /// <summary>Leaves the array if bytes of it are lent.</summary>
    public void Leave()
    {
        if (isLent)
            MoveTo(usualBytes);
    }

    /// <summary>Leaves the stream, and the array whether bytes of it are lent or not.</summary>
    public void Close()
    {
        if (isLent)
            left = bytes;
        else
            GiveBack(bytes);
        (bytes, isLent) = ([], false);
        (discarded, Start, At, filled) = (Offset, 0, 0, 0);
    }

    /// <summary>Makes sure that there is a byte to look at; false at the end of the stream.</summary>
    /// <exception cref="RecordTooLargeException">The window would become too large.</exception>
    public bool Ensure(int count = 1)
    {
        while (filled - At < count)
        {
            if (isWhole)
                return false;
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
        if (Start == 0 && bytes.Length >= maxBytes)
            throw new RecordTooLargeException();
        if (isLent || Start == 0)
            MoveTo((int)Math.Min(2L * (filled - Start), maxBytes));
        else
            Slide(bytes);
    }

    private void MoveTo(int atLeast)
    {
        var before = bytes;
        Slide(Rent(Math.Max(Math.Max(atLeast, usualBytes), filled - Start)));
        if (isLent)
            left = before;
        else
            GiveBack(before);
        isLent = false;
    }

    private void Slide(byte[] target)
    {
        bytes.AsSpan(Start, filled - Start).CopyTo(target);
        (bytes, discarded, At, filled, Start) = (target, discarded + Start, At - Start, filled - Start, 0);
    }
}
