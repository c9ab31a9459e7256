using System.Globalization;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// Cuts a file into events: one, JSON lines, or an array of them. What AWS delivers in one piece stays one, such as
/// <c>{"Records":[…]}</c> of SNS; records of CloudTrail become the events that EventBridge delivers. A file without any whole
/// JSON
/// object is one event, byte for byte, which the functions refuse.
/// </summary>
internal static class EventSplitter
{
    /// <summary>
    /// The events with their names: the file's name, with <c>#1</c>, <c>#2</c> and so on if there are several. What is broken
    /// between
    /// others has its line in its name too.
    /// </summary>
    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Split(string file, ReadOnlyMemory<byte> bytes)
    {
        // The second look finds the good lines around a broken one; in a whole file it would cut at any object that begins a
        // line.
        var records = Cut(bytes, opensObjects: false, cutsLines: false);
        if (!records.TrueForAll(IsWhole))
            records = Cut(bytes, opensObjects: false, cutsLines: true);
        if (!records.Exists(IsWhole))
            return [(file, bytes)];
        List<(ReadOnlyMemory<byte> Bytes, int Line)> parts = [.. Join(bytes, records).SelectMany(Open)];
        // A file with one event is fed as it is, with what is around the event.
        var isFile = records is [{ List: "" } own] && parts is [var same] && same.Bytes.Equals(own.Bytes);
        return parts is [var only]
            ? [(file, isFile ? bytes : only.Bytes)]
            : parts.Select((part, index) => (NameOf(file, index, part.Line), part.Bytes));
    }

    private static bool IsWhole(RawRecord record) => record.Error is null;

    private static string NameOf(string file, int index, int line) => line == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{file}#{index + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{file}#{index + 1} (line {line})");

    private static List<RawRecord> Cut(ReadOnlyMemory<byte> bytes, bool opensObjects, bool cutsLines)
    {
        var splitter = new RecordSplitter(RecordBuffer.Over(bytes), opensObjects, cutsLines);
        var records = new List<RawRecord>();
        while (splitter.TryRead(out var record))
            records.Add(record);
        return records;
    }

    // Whole records as they are, and what lies between them as it is. The line counts only for the latter.
    private static IEnumerable<(ReadOnlyMemory<byte> Bytes, int Line)> Join(ReadOnlyMemory<byte> file, List<RawRecord> records)
    {
        var (line, counted) = (1, 0);
        for (var at = 0; at < records.Count; at++)
        {
            if (IsWhole(records[at]))
            {
                yield return (records[at].Bytes, 0);
                continue;
            }

            var start = (int)records[at].Offset;
            line += file.Span[counted..start].Count((byte)'\n');
            counted = start;
            // What is broken on one line is broken once.
            while (at + 1 < records.Count && !IsWhole(records[at + 1])
                && file.Span[start..(int)records[at + 1].Offset].IndexOf((byte)'\n') < 0)
            {
                at++;
            }

            var end = at + 1 < records.Count ? (int)records[at + 1].Offset : file.Length;
            yield return (file[start..end].TrimEnd(" \t\r\n,"u8), line);
        }
    }

    private static IEnumerable<(ReadOnlyMemory<byte> Bytes, int Line)> Open((ReadOnlyMemory<byte> Bytes, int Line) part)
    {
        if (part.Line > 0)
            return [part];
        if (TrailDelivery.Of(part.Bytes) is { } delivered)
            return [(delivered, 0)];
        return IsLog(part.Bytes)
            ? Join(part.Bytes, Cut(part.Bytes, opensObjects: true, cutsLines: true)).Select(Deliver)
            : [part];
    }

    private static (ReadOnlyMemory<byte> Bytes, int Line) Deliver((ReadOnlyMemory<byte> Bytes, int Line) part) =>
        part.Line == 0 && TrailDelivery.Of(part.Bytes) is { } delivered ? (delivered, 0) : part;

    // The first record tells; SNS and S3 have lists of this name too.
    private static bool IsLog(ReadOnlyMemory<byte> bytes) =>
        new RecordSplitter(RecordBuffer.Over(bytes)).TryRead(out var first) && first.List.Length > 0
        && TrailDelivery.Of(first.Bytes) is not null;
}
