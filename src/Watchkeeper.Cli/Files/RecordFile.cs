namespace Watchkeeper.Cli.Files;

/// <summary>The records of a file, block by block, up to its end or to where it cannot be read.</summary>
/// <param name="open">Opens the uncompressed file, when its first block is read.</param>
/// <param name="blockBytes">The usual size of a block.</param>
internal sealed class RecordFile(Func<Stream> open, int blockBytes = RecordBuffer.UsualBytes) : IDisposable
{
    // Bounds a block also where records are tiny or have no bytes.
    private const int MaxRecords = 4096;

    private Stream? stream;
    private RecordBuffer? buffer;
    private RecordSplitter? splitter;
    private List<RawRecord> records = [];
    private bool isEnded;

    /// <summary>The records of a file on the disk.</summary>
    public static RecordFile At(string path) => new(() => InputStream.Open(path));

    /// <summary>Why the file could not be read to its end; null if it was.</summary>
    public string? Failure { get; private set; }

    /// <summary>How far the file was read, in uncompressed bytes.</summary>
    public long Offset => buffer?.Offset ?? 0;

    /// <summary>Reads the next records; null at the end or after a failure. Blocks live independently of each other.</summary>
    public RecordBlock? ReadBlock()
    {
        while (!isEnded)
        {
            if (!TryRead(out var record))
                return End();
            if (buffer!.TakeLeft() is { } array)
                return Block(array, [record]);
            records.Add(record);
            if (records.Count < MaxRecords)
                continue;
            buffer.Leave();
            return Block(buffer.TakeLeft(), []);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End()?.Dispose();
        stream?.Dispose();
    }

    // The last block, if there is one.
    private RecordBlock? End()
    {
        isEnded = true;
        var array = buffer?.TakeLeft();
        buffer?.Close();
        array ??= buffer?.TakeLeft();
        return records.Count > 0 ? Block(array, []) : null;
    }

    private RecordBlock Block(byte[]? array, List<RawRecord> next)
    {
        var block = new RecordBlock(records, array);
        records = next;
        return block;
    }

    private bool TryRead(out RawRecord record)
    {
        record = default;
        try
        {
            if (splitter is null)
            {
                stream = open();
                buffer = new RecordBuffer(stream, usualBytes: blockBytes);
                buffer.Ensure(4);
                if (InputStream.RefusalOf(buffer.Rest) is { } refusal)
                    throw new InvalidDataException(refusal);
                splitter = new RecordSplitter(buffer);
            }

            return splitter.TryRead(out record);
        }
        catch (Exception failure) when (InputStream.ReasonOf(failure) is { } reason)
        {
            Failure = reason;
            return false;
        }
    }
}
