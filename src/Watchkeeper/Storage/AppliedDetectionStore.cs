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

    /// <summary>Reads a list.</summary>
    /// <exception cref="UnreadableRowException">Rows are missing or damaged, or a newer version wrote them.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadListAsync(OwnDetectionList list, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(list);
        var bytes = new ArrayBufferWriter<byte>();
        for (var number = 0; number < list.Chunks; number++)
        {
            var row = await table.ReadAsync(Keys.DetectionChunk(list.Hash, number), cancellationToken);
            bytes.Write(AppliedItem.ReadChunk(row ?? throw AppliedItem.Missing(list, number)).Span);
        }

        return DetectionSet.HashOf(bytes.WrittenSpan) == list.Hash ? bytes.WrittenMemory : throw AppliedItem.Damaged(list);
    }

    /// <summary>By what a list will be found once it is written.</summary>
    /// <param name="list">The list, as <see cref="DetectionSet.Write"/> writes it.</param>
    /// <param name="files">Number of files in the list.</param>
    public static OwnDetectionList ListOf(ReadOnlyMemory<byte> list, int files) => new(
        DetectionSet.HashOf(list.Span), (list.Length + ChunkBytes - 1) / ChunkBytes, files,
        DetectionWordSet.Parse(list).Set?.Replaced);

    /// <summary>Writes a list's rows. Nothing is in force before something names it.</summary>
    /// <inheritdoc cref="ListOf"/>
    public async Task<OwnDetectionList> WriteListAsync(
        ReadOnlyMemory<byte> list, int files, CancellationToken cancellationToken)
    {
        var written = ListOf(list, files);
        for (var number = 0; number < written.Chunks; number++)
        {
            var start = number * ChunkBytes;
            var chunk = list.Slice(start, Math.Min(ChunkBytes, list.Length - start));
            await table.WriteAsync(new RowPut(AppliedItem.WriteChunk(written.Hash, number, chunk)), cancellationToken);
        }

        return written;
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
            List = list.IsEmpty ? null : await WriteListAsync(list, files, cancellationToken),
            By = by,
            At = now,
        };
        var write = new RowPut(AppliedItem.WriteHead(head), AppliedItem.Holds(known));
        return await table.WriteAsync(write, cancellationToken) is RowRefused { Current: { } current }
            && AppliedItem.ReadHead(current) is var other && !IsSame(other, head)
                ? new ApplyResult.Overtaken(other)
                : new ApplyResult.Applied(head);
    }

    // The SDK repeats a write whose answer was lost, and the repeated one is refused.
    private static bool IsSame(AppliedDetections one, AppliedDetections other) =>
        one.Number == other.Number && one.List?.Hash == other.List?.Hash && one.By == other.By;
}
