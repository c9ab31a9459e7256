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
            .Text(Hash, head.List?.Hash ?? "")
            .Count(Chunks, head.List?.Chunks ?? 0)
            .Count(Files, head.List?.Files ?? 0)
            .Text(By, head.By)
            .Time(At, head.At);
        // Zero is written too, because a missing number means that nobody counted.
        return ((head.List is { } list ? list.Replaced : 0) is { } replaced ? row.Number(Replaced, replaced) : row).ToRow();
    }

    public static AppliedDetections ReadHead(Row item)
    {
        var row = ItemReader.From(item);
        return new AppliedDetections
        {
            Number = row.Number(Number),
            List = row.TextOrEmpty(Hash) is { Length: > 0 } hash
                ? new OwnDetectionList(
                    hash, row.Count(Chunks), row.Count(Files), row.Has(Replaced) ? row.Count(Replaced) : null)
                : null,
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

    public static UnreadableRowException Missing(OwnDetectionList list, int number) => new(new Rejection(
        $"$.{Hash}", string.Create(CultureInfo.InvariantCulture, $"names the list {list.Hash}, whose row {number} is missing")));

    public static UnreadableRowException Damaged(OwnDetectionList list) =>
        new(new Rejection($"$.{Hash}", $"is {list.Hash}, and the list has another hash"));
}
