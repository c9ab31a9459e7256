using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Watchkeeper.Cli.Files;

/// <summary>
/// Passes over JSON many bytes at a time: one bit for each byte tells where quotation marks and brackets are, and what lies
/// between quotation marks.
/// </summary>
internal static class NestedBytes
{
    /// <summary>How many bytes are looked at in one step; what is shorter is left.</summary>
    public const int Step = 64;

    /// <summary>
    /// Passes over bytes until the depth has fallen to the floor, or until there are escapes, line breaks in a text, or (where
    /// lines count) any line break within the next step. Returns the number of bytes.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="floor">The depth to stop at, just after the bracket.</param>
    /// <param name="areLines">Whether line breaks count outside of texts too.</param>
    /// <param name="depth">How many brackets are open.</param>
    /// <param name="isText">Whether the place is inside of a text.</param>
    // From the first call on: the runtime's first version of vectors is slower than a loop over bytes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PassOver(ReadOnlySpan<byte> bytes, int floor, bool areLines, ref int depth, ref bool isText)
    {
        var at = 0;
        for (; bytes.Length - at >= Step; at += Step)
        {
            var (quotes, escapes, breaks, opening, closing) = Look(bytes.Slice(at, Step));
            var text = Parity(quotes) ^ (isText ? ulong.MaxValue : 0);
            if (escapes != 0 || (areLines ? breaks : breaks & text) != 0)
                break;
            (opening, closing) = (opening & ~text, closing & ~text);
            if (BitOperations.PopCount(closing) < depth - floor)
            {
                depth += BitOperations.PopCount(opening) - BitOperations.PopCount(closing);
            }
            else if (Fall(opening, closing, floor, ref depth) is var length and > 0)
            {
                isText = false;
                return at + length;
            }

            isText = text >> (Step - 1) != 0;
        }

        return at;
    }

    // How many bytes there are up to the bracket that reaches the floor; zero if none does.
    private static int Fall(ulong opening, ulong closing, int floor, ref int depth)
    {
        for (var brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
        {
            var bit = BitOperations.TrailingZeroCount(brackets);
            depth += ((opening >> bit) & 1) != 0 ? 1 : -1;
            if (depth == floor)
                return bit + 1;
        }

        return 0;
    }

    // Each bit becomes the parity of the bits up to it: set from an opening quotation mark to just before the closing one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Parity(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Quotes, ulong Escapes, ulong Breaks, ulong Opening, ulong Closing) Look(ReadOnlySpan<byte> bytes)
    {
        var vector = Vector512.Create(bytes);
        // { and [, and } and ], differ in this bit alone.
        var folded = vector | Vector512.Create((byte)0x20);
        return (
            Vector512.Equals(vector, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
            Vector512.Equals(vector, Vector512.Create((byte)'\\')).ExtractMostSignificantBits(),
            Vector512.Equals(vector, Vector512.Create((byte)'\n')).ExtractMostSignificantBits(),
            Vector512.Equals(folded, Vector512.Create((byte)'{')).ExtractMostSignificantBits(),
            Vector512.Equals(folded, Vector512.Create((byte)'}')).ExtractMostSignificantBits());
    }
}
