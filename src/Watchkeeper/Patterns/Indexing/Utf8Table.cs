using System.Buffers.Binary;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>Numbers texts in UTF-8, each within a numbered space, in the order of addition. A search allocates nothing.</summary>
internal sealed class Utf8Table
{
    public const int None = -1;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly List<byte[]> texts = [];
    private readonly List<int> spaces = [];

    // The hash in the upper half, the text's number and one in the lower half; zero is free. At most half of the slots are taken.
    private ulong[] slots = new ulong[16];

    public int Count => texts.Count;

    /// <summary>The number of a text, which is added if it is new.</summary>
    public int Add(int space, ReadOnlySpan<byte> text)
    {
        if (Find(space, text) is var known and not None)
            return known;
        texts.Add(text.ToArray());
        spaces.Add(space);
        if (slots.Length < 2 * texts.Count)
            Grow();
        else
            Place(texts.Count - 1);
        return texts.Count - 1;
    }

    /// <summary>The number of a text; <see cref="None"/> if it is unknown.</summary>
    public int Find(int space, ReadOnlySpan<byte> text)
    {
        var hash = Hash(space, text);
        for (var at = hash & Mask; slots[at] is var slot and not 0; at = (at + 1) & Mask)
        {
            if ((uint)(slot >> 32) == hash && Is((int)(uint)slot - 1, space, text))
                return (int)(uint)slot - 1;
        }

        return None;
    }

    private uint Mask => (uint)slots.Length - 1;

    private bool Is(int number, int space, ReadOnlySpan<byte> text) =>
        spaces[number] == space && text.SequenceEqual(texts[number]);

    private void Grow()
    {
        slots = new ulong[2 * slots.Length];
        for (var number = 0; number < texts.Count; number++)
            Place(number);
    }

    private void Place(int number)
    {
        var hash = Hash(spaces[number], texts[number]);
        var at = hash & Mask;
        while (slots[at] != 0)
            at = (at + 1) & Mask;
        slots[at] = ((ulong)hash << 32) | ((uint)number + 1);
    }

    // Events only search: whoever writes them cannot make the chains longer.
    private static uint Hash(int space, ReadOnlySpan<byte> text)
    {
        var hash = Mix(((ulong)(uint)space << 32) | (uint)text.Length);
        var end = Ends(text);
        for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        return (uint)Mix(hash ^ end);
    }

    // The last eight bytes, or all of a shorter text in two overlapping halves.
    private static ulong Ends(ReadOnlySpan<byte> text) => text.Length switch
    {
        >= sizeof(ulong) => BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]),
        >= sizeof(uint) => ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text) << 32)
            | BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]),
        > 0 => ((uint)text[0] << 16) | ((uint)text[text.Length / 2] << 8) | text[^1],
        _ => 0,
    };

    private static ulong Mix(ulong hash)
    {
        hash *= Multiplier;
        return hash ^ (hash >> 32);
    }
}
