namespace Watchkeeper.Functions.Hosting;

/// <summary>Reads what Lambda hands over as a stream.</summary>
internal static class LambdaStreams
{
    /// <summary>The whole payload. The runtime hands over a memory stream, whose buffer is taken as it is.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream payload, CancellationToken cancellationToken)
    {
        if (payload is MemoryStream memory && memory.TryGetBuffer(out var buffer))
            return buffer.AsMemory((int)memory.Position);
        var copy = new MemoryStream();
        await payload.CopyToAsync(copy, cancellationToken);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
