namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>
/// Tells, without parsing, that a record is one in CloudTrail's own form at a plausible time: then no detection that looks at the
/// bytes as they are can miss it. Wrong only on the careful side.
/// </summary>
internal static class PlainRecord
{
    private const int TimeLength = 19;

    /// <summary>Whether the record is plain.</summary>
    /// <param name="record">The record in UTF-8.</param>
    /// <param name="latest">The current time, as <c>yyyy-MM-ddTHH:mm:ss</c> in UTF-8.</param>
    public static bool Is(ReadOnlySpan<byte> record, ReadOnlySpan<byte> latest) =>
        record.IndexOf("\"eventName\""u8) >= 0
        && record.IndexOf("\"eventSource\""u8) >= 0
        && record.IndexOf("\"eventID\""u8) >= 0
        && IsTimely(record, latest)
        // An envelope, an event of a lookup, an insight; an object that an export made a text.
        && record.IndexOf("\"detail-type\""u8) < 0
        && record.IndexOf("\"CloudTrailEvent\""u8) < 0
        && record.IndexOf("\"insightDetails\""u8) < 0
        && record.IndexOf("\"{"u8) < 0;

    private static bool IsTimely(ReadOnlySpan<byte> record, ReadOnlySpan<byte> latest)
    {
        var at = record.IndexOf("\"eventTime\""u8);
        if (at < 0)
            return false;
        var value = record[(at + "\"eventTime\"".Length)..].TrimStart(": "u8);
        return value.Length > TimeLength + 1
            && value[0] == '"'
            && value[1..].StartsWith("20"u8)
            && value[1 + "2026-11-17".Length] == 'T'
            && value.Slice(1, TimeLength).SequenceCompareTo(latest) <= 0;
    }
}
