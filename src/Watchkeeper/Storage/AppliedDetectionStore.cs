using System.Buffers;
using Watchkeeper.Detections;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// The list of a user's own detections. Its rows are written before the head that names them, under the list's hash, so that no
/// reader sees half a list; a list that another replaced stays, so that its decisions can be explained.
/// </summary>
/// <param name="table">The table.</param>
public sealed class AppliedDetectionStore(IRowTable table)
{
    // DynamoDB takes 400 KB.
    private const int ChunkBytes = 256 * 1024;

    /// <summary>What is in force; null if nothing was ever applied. One read of one small row.</summary>
    /// <exception cref="UnreadableRowException">The row is damaged, or a newer version wrote it.</exception>
    public async Task<AppliedDetections?> ReadHeadAsync(CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.DetectionHead, cancellationToken) is { } row ? AppliedItem.ReadHead(row) : null;

    /// <summary>The list of a head; empty if the head names none.</summary>
    /// <exception cref="UnreadableRowException">Rows are missing or damaged, or a newer version wrote them.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadListAsync(AppliedDetections head, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(head);
        var list = new ArrayBufferWriter<byte>();
        for (var number = 0; number < head.Chunks; number++)
        {
            var row = await table.ReadAsync(Keys.DetectionChunk(head.Hash, number), cancellationToken);
            list.Write(AppliedItem.ReadChunk(row ?? throw AppliedItem.Missing(head, number)).Span);
        }

        return head.Chunks == 0 || DetectionSet.HashOf(list.WrittenSpan) == head.Hash
            ? list.WrittenMemory
            : throw AppliedItem.Damaged(head);
    }

    /// <summary>Applies a list if nobody has applied another since <paramref name="known"/> was read.</summary>
    /// <param name="known">What was in force; null for nothing.</param>
    /// <param name="list">The list, as <see cref="DetectionSet.Write"/> writes it; empty takes the own detections back.</param>
    /// <param name="files">Number of files in the list.</param>
    /// <param name="by">Who applies it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the writes; the former list then stays in force.</param>
    public async Task<ApplyResult> ApplyAsync(
        AppliedDetections? known, ReadOnlyMemory<byte> list, int files, string by, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var head = new AppliedDetections
        {
            Number = (known?.Number ?? 0) + 1,
            Hash = list.IsEmpty ? "" : DetectionSet.HashOf(list.Span),
            Chunks = (list.Length + ChunkBytes - 1) / ChunkBytes,
            Files = files,
            Replaced = list.IsEmpty ? 0 : DetectionWordSet.Parse(list).Set?.Replaced,
            By = by,
            At = now,
        };
        for (var number = 0; number < head.Chunks; number++)
        {
            var start = number * ChunkBytes;
            var chunk = list.Slice(start, Math.Min(ChunkBytes, list.Length - start));
            await table.WriteAsync(new RowPut(AppliedItem.WriteChunk(head.Hash, number, chunk)), cancellationToken);
        }

        var write = new RowPut(AppliedItem.WriteHead(head), AppliedItem.Holds(known));
        return await table.WriteAsync(write, cancellationToken) is RowRefused { Current: { } current }
            && AppliedItem.ReadHead(current) is var other && !IsSame(other, head)
                ? new ApplyResult.Overtaken(other)
                : new ApplyResult.Applied(head);
    }

    // The SDK repeats a write whose answer was lost, and the repeated one is refused.
    private static bool IsSame(AppliedDetections one, AppliedDetections other) =>
        one.Number == other.Number && one.Hash == other.Hash && one.By == other.By;
}
