using System.Globalization;
using Watchkeeper.Detections;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>The rows of a list of a user's own detections: one head for all lists, and the chunks of each list.</summary>
internal static class AppliedItem
{
    private const string Number = "v";
    private const string Hash = "h";
    private const string Chunks = "cn";
    private const string Files = "fn";
    private const string Replaced = "rn";
    private const string By = "by";
    private const string At = "at";
    private const string Bytes = "b";

    public static Row WriteHead(AppliedDetections head)
    {
        var row = ItemWriter.Row(Keys.DetectionHead)
            .Number(Number, head.Number)
            .Text(Hash, head.Hash)
            .Count(Chunks, head.Chunks)
            .Count(Files, head.Files)
            .Text(By, head.By)
            .Time(At, head.At);
        // Zero is written too, because a missing number means that nobody counted.
        return (head.Replaced is { } replaced ? row.Number(Replaced, replaced) : row).ToRow();
    }

    public static AppliedDetections ReadHead(Row item)
    {
        var row = ItemReader.From(item);
        return new AppliedDetections
        {
            Number = row.Number(Number),
            Hash = row.TextOrEmpty(Hash),
            Chunks = row.Count(Chunks),
            Files = row.Count(Files),
            Replaced = row.Has(Replaced) ? row.Count(Replaced) : null,
            By = row.TextOrEmpty(By),
            At = row.Time(At),
        };
    }

    /// <summary>The guard that exactly this head is stored.</summary>
    public static RowGuard Holds(AppliedDetections? known) =>
        known is null ? RowGuard.NoRow : RowGuard.Equal(Number, known.Number);

    public static Row WriteChunk(string hash, int number, ReadOnlyMemory<byte> bytes) =>
        ItemWriter.Row(Keys.DetectionChunk(hash, number)).Value(Bytes, RowValue.Bytes(bytes)).ToRow();

    public static ReadOnlyMemory<byte> ReadChunk(Row item)
    {
        var row = ItemReader.From(item);
        return item.At(Bytes) is BytesValue bytes ? bytes.Value : throw row.Unreadable(Bytes, "must be bytes (B)");
    }

    public static UnreadableRowException Missing(AppliedDetections head, int number) => new(new Rejection(
        $"$.{Hash}", string.Create(CultureInfo.InvariantCulture, $"names the list {head.Hash}, whose row {number} is missing")));

    public static UnreadableRowException Damaged(AppliedDetections head) =>
        new(new Rejection($"$.{Hash}", $"is {head.Hash}, and the list has another hash"));
}
