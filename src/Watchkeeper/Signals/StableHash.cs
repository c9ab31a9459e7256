using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Watchkeeper.Signals;

/// <summary>Ids that derive from their content, so that every process and every retry computes the same id.</summary>
public static class StableHash
{
    private const int Bytes = 16;

    /// <summary>
    /// The first 128 bits of SHA-256 over the parts, as 32 lower-case hexadecimal digits. The hash covers each part's length, so
    /// («ab», «c») and («a», «bc») differ.
    /// </summary>
    public static string Compute(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..Bytes]);
    }
}
