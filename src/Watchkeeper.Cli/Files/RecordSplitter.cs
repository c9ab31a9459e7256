using System.Buffers;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Files;

/// <summary>
/// Cuts a stream into records without parsing them, in memory that one record bounds. Reads objects one after the other (JSON
/// lines), an array of them, and <c>{"Records":[…]}</c> or <c>{"Events":[…]}</c>. Only brackets and quotation marks count, so a
/// record that is not valid JSON harms no other.
/// </summary>
/// <param name="buffer">
/// The uncompressed bytes, which it lends to records. A record that is larger than the buffer's largest window is reported and
/// passed over.
/// </param>
/// <param name="opensObjects">Whether the lists in <c>Records</c> and <c>Events</c> count.</param>
/// <param name="cutsLines">
/// Whether outside of lists a line that begins with an object begins a record, whatever is unclosed before it.
/// </param>
internal sealed class RecordSplitter(RecordBuffer buffer, bool opensObjects = true, bool cutsLines = true)
{
    private const int MaxName = 64;
    private const int NoName = -1;
    private const int OutsideOfLists = 0;
    private const int InArray = 1;
    private const int InContainer = 2;

    private static readonly SearchValues<byte> Brackets = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> BracketsAndLines = SearchValues.Create("\"{}[]\n"u8);
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> ScalarEnds = SearchValues.Create(",]}\n"u8);

    private int level = OutsideOfLists;
    private string list = "";
    private int index;
    private bool isKept = true;

    private bool OpensNow => opensObjects && level == OutsideOfLists;

    private bool AreLines => cutsLines && level == OutsideOfLists;

    /// <summary>Reads the next record or error; false at the end.</summary>
    public bool TryRead(out RawRecord record)
    {
        while (true)
        {
            buffer.Release();
            if (!buffer.Ensure())
            {
                record = Broken("ends inside its list of records: it was cut off");
                return Leave(OutsideOfLists) is not OutsideOfLists;
            }

            switch (buffer.Rest[0])
            {
                case (byte)'{':
                    if (ReadObject(out record))
                        return true;
                    break;
                case (byte)'[' when level == OutsideOfLists:
                    buffer.At++;
                    Enter(InArray, "$");
                    break;
                case (byte)']' when level != OutsideOfLists:
                    buffer.At++;
                    // The object around the list may hold another list.
                    if (Leave(OutsideOfLists) == InContainer && PassOver(isInObject: true, out record))
                        return true;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',':
                    buffer.At++;
                    break;
                // Also between records: files with a mark were put together.
                case 0xEF when buffer.Ensure(ByteOrderMark.Utf8.Length) && buffer.Rest.StartsWith(ByteOrderMark.Utf8):
                    buffer.At += ByteOrderMark.Utf8.Length;
                    break;
                case (byte)'[':
                    record = Broken("is a list in a list: expected a record");
                    PassOver(isInObject: false, out _);
                    index++;
                    return true;
                default:
                    record = Broken("is no JSON object: expected a record");
                    PassOverScalar();
                    index++;
                    return true;
            }
        }
    }

    private bool ReadObject(out RawRecord record)
    {
        var offset = buffer.Offset;
        try
        {
            var end = Scan(depth: 0);
            record = end switch
            {
                ScanEnd.Whole => new RawRecord(buffer.Lend(), offset, list, index),
                ScanEnd.CutOff => new RawRecord(default, offset, list, index, "is cut off before its end"),
                _ => default,
            };
            index++;
            if (end is ScanEnd.List)
                index = 0;
            // Inside a list nothing but the end of the stream cuts a record off.
            if (end is ScanEnd.CutOff && level != OutsideOfLists)
                Leave(OutsideOfLists);
            return end is not ScanEnd.List;
        }
        catch (RecordTooLargeException)
        {
            record = new RawRecord(default, offset, list, index++, $"has more than {buffer.MaxBytes / (1024 * 1024)} MB");
            PassOver(isInObject: false, out _);
            return true;
        }
    }

    // Passes over the rest of an object without keeping it. True if it ends before its end, which the record then says.
    private bool PassOver(bool isInObject, out RawRecord record)
    {
        record = default;
        if (!isInObject)
            buffer.At = buffer.Start;
        isKept = false;
        var end = Scan(isInObject ? 1 : 0);
        isKept = true;
        if (end is not ScanEnd.CutOff)
            return false;
        record = Broken("is cut off before its end");
        return true;
    }

    private ScanEnd Scan(int depth)
    {
        var isText = false;
        var text = 0;
        // Names count at the first depth outside of lists, and nowhere else.
        var floor = isKept ? OpensNow ? 1 : 0 : int.MaxValue;
        var slow = 0L;
        while (true)
        {
            if (!isKept && (!isText || buffer.At - buffer.Start > MaxName))
                text = Forget();
            if (!buffer.Ensure())
                return ScanEnd.CutOff;
            if (depth > floor && buffer.Offset >= slow)
            {
                buffer.At += NestedBytes.PassOver(buffer.Rest, floor, AreLines, ref depth, ref isText);
                if (depth == 0)
                    return ScanEnd.Whole;
                slow = buffer.Offset + NestedBytes.Step;
                continue;
            }

            var found = buffer.Rest.IndexOfAny(isText ? TextEnds : AreLines ? BracketsAndLines : Brackets);
            if (found < 0)
            {
                buffer.At += buffer.Rest.Length;
                continue;
            }

            var c = buffer.Rest[found];
            buffer.At += found + 1;
            switch (c)
            {
                case (byte)'\\':
                    if (!buffer.Ensure())
                        return ScanEnd.CutOff;
                    buffer.At++;
                    break;
                case (byte)'"' when !isText:
                    (isText, text) = (true, BeginText());
                    break;
                case (byte)'"':
                    isText = false;
                    if (OpensNow && depth == 1 && text != NoName && IsList(buffer.Start + text, buffer.At - 1))
                        return ScanEnd.List;
                    break;
                case (byte)'\n':
                    // No JSON text holds a line break, so an unclosed one ends here.
                    isText = false;
                    if (AreLines && buffer.Ensure(2) && buffer.Rest[0] == '{' && buffer.Rest[1] == '"')
                        return ScanEnd.CutOff;
                    break;
                default:
                    depth += c is (byte)'{' or (byte)'[' ? 1 : -1;
                    if (depth == 0)
                        return ScanEnd.Whole;
                    break;
            }
        }
    }

    // A text counts from its own beginning, so that what was read together with it does not matter.
    private int BeginText()
    {
        if (!isKept)
            buffer.Release();
        return buffer.At - buffer.Start;
    }

    private int Forget()
    {
        buffer.Release();
        return NoName;
    }

    // Whether a member's name opens a list of records.
    private bool IsList(int from, int to)
    {
        var name = buffer.Between(from, to);
        var path = name.SequenceEqual("Records"u8) ? "$.Records" : name.SequenceEqual("Events"u8) ? "$.Events" : null;
        if (path is null || !Takes((byte)':') || !Takes((byte)'['))
            return false;
        Enter(InContainer, path);
        return true;
    }

    private bool Takes(byte expected)
    {
        while (buffer.Ensure())
        {
            var c = buffer.Rest[0];
            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                if (c != expected)
                    return false;
                buffer.At++;
                return true;
            }

            buffer.At++;
        }

        return false;
    }

    private void PassOverScalar()
    {
        while (buffer.Ensure())
        {
            buffer.Release();
            var end = buffer.Rest.IndexOfAny(ScalarEnds);
            buffer.At += end < 0 ? buffer.Rest.Length : end;
            if (end < 0)
                continue;
            // A stray closing bracket outside of lists closes nothing.
            if (level == OutsideOfLists || buffer.Rest[0] == '}')
                buffer.At++;
            return;
        }
    }

    private RawRecord Broken(string error) => new(default, buffer.Offset, list, index, error);

    private void Enter(int inside, string path) => (level, list, index) = (inside, path, 0);

    private int Leave(int outside)
    {
        var before = level;
        (level, list, index) = (outside, "", 0);
        return before;
    }

    private enum ScanEnd
    {
        Whole,
        List,
        CutOff,
    }
}
