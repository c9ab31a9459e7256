namespace Watchkeeper.Cli.Tests.Files;

/// <summary>A stream that hands out its bytes in pieces of these sizes, over and over.</summary>
internal sealed class DribblingStream(byte[] bytes, params int[] sizes) : MemoryStream(bytes)
{
    private int reads;

    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, Math.Min(count, sizes[reads++ % sizes.Length]));
}
