namespace Watchkeeper.Cli.Detecting.Reading;

/// <summary>The records of a file, up to its end or to where it cannot be read.</summary>
internal sealed class RecordFile(string path) : IDisposable
{
    private Stream? stream;
    private RecordSplitter? splitter;

    /// <summary>Why the file could not be read to its end; null if it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>How far the file was read, in uncompressed bytes.</summary>
    public long Offset => splitter?.Offset ?? 0;

    /// <summary>Reads the next record; false at the end or after a failure.</summary>
    public bool TryRead(out RawRecord record)
    {
        record = default;
        if (Failure is not null)
            return false;
        try
        {
            splitter ??= new RecordSplitter(stream = TrailFile.Open(path));
            return splitter.TryRead(out record);
        }
        catch (Exception failure) when (TrailFile.ReasonOf(failure) is { } reason)
        {
            Failure = reason;
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream?.Dispose();
}
