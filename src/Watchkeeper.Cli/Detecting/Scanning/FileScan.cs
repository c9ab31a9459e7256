using System.Threading.Channels;
using Watchkeeper.Cli.Files;

namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>A file while it is scanned. Its <see cref="ScanSchedule"/> alone changes it.</summary>
internal sealed class FileScan(string path, RecordFile records)
{
    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Its records. Only the worker that has taken the file reads them.</summary>
    public RecordFile Records => records;

    /// <summary>What its blocks hold, in their order, computed or still to be.</summary>
    public Channel<Task<BlockResult>> Results { get; } = Channel.CreateUnbounded<Task<BlockResult>>();

    /// <summary>Whether a worker reads it now.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Whether nobody wants the rest of it.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>How many of its results wait to be reported.</summary>
    public int Waiting { get; set; }
}
