namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>How far a scan has come. One thread adds, and others may look.</summary>
internal sealed class ScanSums
{
    private long files;
    private long records;
    private long bytes;
    private long digests;

    /// <summary>Files that were read to their end.</summary>
    public long Files => Interlocked.Read(ref files);

    /// <summary>Records, those that could not be read too; digests are none.</summary>
    public long Events => Interlocked.Read(ref records) - Digests;

    /// <summary>Bytes of records, uncompressed.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Digests of trails, which hold no events.</summary>
    public long Digests => Interlocked.Read(ref digests);

    public void AddFile() => Interlocked.Increment(ref files);

    public void Add(RecordCount count)
    {
        Interlocked.Add(ref records, count.Records);
        Interlocked.Add(ref bytes, count.Bytes);
        Interlocked.Add(ref digests, count.Digests);
    }
}
