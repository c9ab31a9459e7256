using System.Globalization;

namespace Watchkeeper.Cli.Files;

/// <summary>A record of a file, not yet parsed.</summary>
/// <param name="Bytes">The bytes of its JSON object, valid until the next record is read; empty if there is an error.</param>
/// <param name="Offset">Where it begins, in bytes from the start of the uncompressed file.</param>
/// <param name="List">The JSON path of the list around it; empty outside of one.</param>
/// <param name="Index">Its place in that list.</param>
/// <param name="Error">Why there is no record; null if there is one.</param>
internal readonly record struct RawRecord(ReadOnlyMemory<byte> Bytes, long Offset, string List, int Index, string? Error = null)
{
    /// <summary>The JSON path of the record in its file, or on its line.</summary>
    public string Path => List.Length == 0 ? "$" : string.Create(CultureInfo.InvariantCulture, $"{List}[{Index}]");
}
