using System.IO.Compression;

namespace Watchkeeper.Storage.Items;

/// <summary>Bytes compressed by Brotli.</summary>
internal static class PackedBytes
{
    // Close to the best ratio; the best takes ten times as long.
    private const int Quality = 9;
    private const int Window = 22;

    public static ReadOnlyMemory<byte> Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var written, Quality, Window)
            ? packed.AsMemory(0, written)
            : throw new InvalidOperationException("compressed bytes were longer than Brotli allows");
    }

    /// <summary>The bytes; null if they are not exactly so many.</summary>
    public static byte[]? Unpack(ReadOnlySpan<byte> packed, int length)
    {
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == length ? bytes : null;
    }
}
