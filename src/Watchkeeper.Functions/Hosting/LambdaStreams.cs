namespace Watchkeeper.Functions.Hosting;

/// <summary>Reads payloads that Lambda passes as streams.</summary>
internal static class LambdaStreams
{
    /// <summary>Returns the whole payload. The runtime passes a memory stream, whose buffer is used without a copy.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream payload, CancellationToken cancellationToken)
    {
        if (payload is MemoryStream memory && memory.TryGetBuffer(out var buffer))
            return buffer.AsMemory((int)memory.Position);
        var copy = new MemoryStream();
        await payload.CopyToAsync(copy, cancellationToken);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
