using Watchkeeper.Configuration;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// The rows of a version of the configuration: the head and the version's own row hold all of it; two entries without the content
/// list it by number and by hash.
/// </summary>
internal static class ConfigurationItem
{
    /// <summary>The greatest content, in bytes: a damaged row cannot make a reader allocate more.</summary>
    public const int MaxContentBytes = 4 * 1024 * 1024;

    private const string Number = "v";
    private const string Hash = "h";
    private const string By = "by";
    private const string At = "at";
    private const string Comment = "cm";
    private const string RolledBackTo = "rb";
    private const string Bytes = "n";

    // The name says the encoding.
    private const string Brotli = "br";

    /// <summary>The guard that the head is of an older version, or damaged, or missing.</summary>
    public static RowGuard IsBefore(long number) => RowGuard.Not(RowGuard.AtLeast(Number, RowValue.Number(number)));

    /// <summary>Everything, under the key of the head or of the version.</summary>
    public static Row Write(RowKey key, AppliedConfiguration version) => Entry(key, version)
        .Count(Bytes, version.Content.Length)
        .Value(Brotli, RowValue.Bytes(PackedBytes.Pack(version.Content.Span)))
        .ToRow();

    /// <summary>Everything but the content.</summary>
    public static Row WriteEntry(RowKey key, AppliedConfiguration version) => Entry(key, version).ToRow();

    /// <summary>As much of a row as can be read.</summary>
    public static ConfigurationHead ReadHead(Row item)
    {
        AppliedConfiguration? entry = null;
        try
        {
            var row = ItemReader.From(item);
            entry = ReadEntry(row);
            return new ConfigurationHead(Read(item, row, entry), null);
        }
        catch (UnreadableRowException unreadable)
        {
            return new ConfigurationHead(entry, unreadable.Rejection);
        }
    }

    public static AppliedConfiguration Read(Row item)
    {
        var row = ItemReader.From(item);
        return Read(item, row, ReadEntry(row));
    }

    private static AppliedConfiguration Read(Row item, ItemReader row, AppliedConfiguration version)
    {
        if (item.At(Brotli) is not BytesValue packed)
            throw row.Unreadable(Brotli, "must be bytes (B)");
        var length = row.Count(Bytes);
        if (length > MaxContentBytes)
            throw row.Unreadable(Bytes, $"must be at most {MaxContentBytes}");
        var content = PackedBytes.Unpack(packed.Value.Span, length) ?? throw row.Unreadable(Brotli, "does not unpack");
        return AppliedConfiguration.HashOf(content) == version.Hash
            ? version with { Content = content }
            : throw row.Unreadable(Hash, $"is {version.Hash}, and the content has another hash");
    }

    public static AppliedConfiguration ReadEntry(Row item) => ReadEntry(ItemReader.From(item));

    private static ItemWriter Entry(RowKey key, AppliedConfiguration version)
    {
        var row = ItemWriter.Row(key)
            .Number(Number, version.Number)
            .Text(Hash, version.Hash)
            .Text(By, version.By)
            .Time(At, version.At)
            .Text(Comment, version.Comment);
        return version.RolledBackTo is { } former ? row.Number(RolledBackTo, former) : row;
    }

    private static AppliedConfiguration ReadEntry(ItemReader row) => new()
    {
        Number = row.Number(Number),
        Hash = row.Text(Hash),
        By = row.TextOrEmpty(By),
        At = row.Time(At),
        Comment = row.TextOrEmpty(Comment),
        RolledBackTo = row.Has(RolledBackTo) ? row.Number(RolledBackTo) : null,
    };
}
