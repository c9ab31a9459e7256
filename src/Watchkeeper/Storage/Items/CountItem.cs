using System.Buffers.Binary;
using System.Collections.Immutable;
using Watchkeeper.Counting;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// A window of counted events as a row. The entries are one attribute of bytes: the answer's standing and count, the time in
/// seconds (4 bytes), the event's mark (8), and the value's mark (8) unless events are counted. So a window of twenty values, for
/// a threshold of ten, stays far under a kilobyte.
/// </summary>
internal static class CountItem
{
    private const string Events = "ce";
    private const string Values = "cv";
    private const int Head = 6;
    private const int Mark = CountedEvent.MarkLength / 2;
    private const int Bare = Head + Mark;

    public static Row WriteRow(string key, CountWindow window, DateTimeOffset end)
    {
        var (name, value) = Content(window);
        return ItemWriter.Row(Keys.Count(key)).Value(name, value).Expires(end).ToRow();
    }

    /// <summary>
    /// The guard that exactly this window is stored. It compares the content: a version begins again when a row has expired, and
    /// a process that remembers the former one would take the new window for it.
    /// </summary>
    public static RowGuard Holds(CountWindow window)
    {
        if (window.Entries.IsEmpty)
            return RowGuard.NoRow;
        var (name, value) = Content(window);
        return RowGuard.Equal(name, value);
    }

    /// <summary>The window; empty if the row does not exist.</summary>
    public static CountWindow Read(Row? item)
    {
        if (item is not { Count: > 0 })
            return CountWindow.Empty;
        var row = ItemReader.From(item);
        var (name, size) = row.Has(Events) ? (Events, Bare) : (Values, Bare + Mark);
        var bytes = item.At(name) is BytesValue value && value.Value.Length % size == 0
            ? value.Value.Span
            : throw row.Unreadable(name, $"must be bytes (B), {size} for each entry");
        var entries = ImmutableArray.CreateBuilder<CountEntry>(bytes.Length / size);
        for (var at = 0; at < bytes.Length; at += size)
        {
            entries.Add(ReadEntry(bytes.Slice(at, size))
                ?? throw row.Unreadable(name, "holds a standing that this version does not know"));
        }

        return new CountWindow(entries.MoveToImmutable());
    }

    private static (string Name, RowValue Value) Content(CountWindow window)
    {
        var isBare = IsBare(window);
        return (isBare ? Events : Values, RowValue.Bytes(Write(window.Entries, isBare ? Bare : Bare + Mark)));
    }

    private static bool IsBare(CountWindow window)
    {
        foreach (var entry in window.Entries)
        {
            if (entry.Event != entry.Value)
                return false;
        }

        return true;
    }

    private static byte[] Write(ImmutableArray<CountEntry> entries, int size)
    {
        var bytes = new byte[entries.Length * size];
        for (var place = 0; place < entries.Length; place++)
        {
            var entry = entries[place];
            var target = bytes.AsSpan(place * size, size);
            target[0] = (byte)entry.Answer.Standing;
            target[1] = (byte)entry.Answer.Count;
            BinaryPrimitives.WriteUInt32BigEndian(target[2..], (uint)Math.Clamp(entry.At, 0, uint.MaxValue));
            Convert.FromHexString(entry.Event).CopyTo(target[Head..]);
            if (size > Bare)
                Convert.FromHexString(entry.Value).CopyTo(target[Bare..]);
        }

        return bytes;
    }

    private static CountEntry? ReadEntry(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] > (byte)CountStanding.Repeated)
            return null;
        var counted = Convert.ToHexStringLower(bytes.Slice(Head, Mark));
        return new CountEntry(
            counted,
            bytes.Length > Bare ? Convert.ToHexStringLower(bytes[Bare..]) : counted,
            BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]),
            new CountAnswer((CountStanding)bytes[0], bytes[1]));
    }
}
