namespace Watchkeeper.Cli.Files;

/// <summary>Records of a file that follow one another. Disposing it ends the life of their bytes.</summary>
/// <param name="records">The records, in their order.</param>
/// <param name="array">What their bytes lie in; null if none has bytes.</param>
internal sealed class RecordBlock(IReadOnlyList<RawRecord> records, byte[]? array) : IDisposable
{
    /// <summary>The records, in their order.</summary>
    public IReadOnlyList<RawRecord> Records => records;

    /// <summary>How many bytes of memory it keeps.</summary>
    public int Size => array?.Length ?? 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (array is not null)
            RecordBuffer.GiveBack(array);
    }
}
