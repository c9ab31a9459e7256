using Watchkeeper.Counting;
using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>Something that a scan found in a file.</summary>
internal abstract record ScanItem
{
    private ScanItem()
    {
    }

    /// <summary>An act that a detection found, or an insight, which is a finding by itself.</summary>
    public sealed record Found(Signal Signal, DetectionStage Stage) : ScanItem
    {
        /// <summary>What must be reached before the event is an act; null if it is one by itself.</summary>
        public CountedEvent? Counted { get; init; }
    }

    /// <summary>A file or a record that could not be read.</summary>
    /// <param name="Offset">Where it begins, in bytes from the start of the uncompressed file.</param>
    /// <param name="Path">The JSON path of what is wrong; empty for the file as a whole.</param>
    /// <param name="Reason">What is wrong, and what was expected.</param>
    public sealed record Refused(long Offset, string Path, string Reason) : ScanItem;
}
