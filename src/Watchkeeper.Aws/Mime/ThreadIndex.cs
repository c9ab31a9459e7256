using System.Buffers.Binary;
using System.Globalization;
using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Mime;

/// <summary>
/// The header Thread-Index, by which Outlook and Exchange find the mails of one conversation ([MS-OXOMSG] 2.2.1.3). All mails of
/// an incident begin with the same 22 bytes; each but the first has 5 bytes more.
/// </summary>
internal static class ThreadIndex
{
    private const int HeaderLength = 22;
    private const int ChildLength = 5;
    private const int DroppedBits = 24;
    private const string IdPrefix = "inc-";
    private const int SecondsLength = 8;

    // Differences of 1.7 years and more, in units of 100 ns.
    private const ulong LongDifference = 0x00FE_0000_0000_0000;

    /// <summary>The header's value.</summary>
    public static string Write(MessageThread thread)
    {
        Span<byte> index = stackalloc byte[HeaderLength + ChildLength];
        var began = FileTime(OpeningOf(thread.Incident)) >> DroppedBits << DroppedBits;
        BinaryPrimitives.WriteUInt64BigEndian(index, began);
        index[..5].CopyTo(index[1..]);
        index[0] = 1;
        Convert.FromHexString(StableHash.Compute("thread", thread.Incident), index[6..HeaderLength], out _, out _);
        if (thread.IsOpening)
            return Convert.ToBase64String(index[..HeaderLength]);
        var at = FileTime(thread.At);
        WriteChild(index[HeaderLength..], at > began ? at - began : 0);
        return Convert.ToBase64String(index);
    }

    private static void WriteChild(Span<byte> child, ulong difference)
    {
        var isLong = (difference & LongDifference) != 0;
        var delta = (uint)(difference >> (isLong ? 23 : 18)) & 0x7FFF_FFFF;
        BinaryPrimitives.WriteUInt32BigEndian(child, delta | (isLong ? 0x8000_0000 : 0));
        // Random by the specification; the same for each attempt to send one mail.
        child[^1] = (byte)difference;
    }

    // The id begins with the opening time, so one id always gives one header.
    private static DateTimeOffset OpeningOf(string incident) =>
        incident.StartsWith(IdPrefix, StringComparison.Ordinal) && incident.Length >= IdPrefix.Length + SecondsLength
        && uint.TryParse(
            incident.AsSpan(IdPrefix.Length, SecondsLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UnixEpoch;

    private static ulong FileTime(DateTimeOffset time) =>
        time.Year < 1601 ? 0 : (ulong)time.ToFileTime();
}
