namespace Watchkeeper.Cli.Detecting.Scanning;

/// <summary>How much was read.</summary>
/// <param name="Records">Records, those that could not be read and digests too.</param>
/// <param name="Bytes">The bytes of the records, uncompressed.</param>
/// <param name="Digests">Digests of trails.</param>
internal readonly record struct RecordCount(int Records, long Bytes, int Digests)
{
    /// <summary>One record more.</summary>
    public RecordCount With(int bytes) => this with { Records = Records + 1, Bytes = Bytes + bytes };

    /// <summary>The last record was a digest.</summary>
    public RecordCount WithDigest() => this with { Digests = Digests + 1 };
}
