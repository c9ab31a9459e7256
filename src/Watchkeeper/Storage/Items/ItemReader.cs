using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// Reads a row, or a map inside a row. Throws <see cref="UnreadableRowException"/> with the path of an unexpected value.
/// </summary>
internal readonly struct ItemReader(Row item, string path = "$")
{
    /// <summary>Reads a row and checks its schema version.</summary>
    public static ItemReader From(Row item, string path = "$")
    {
        var row = new ItemReader(item, path);
        var schema = row.Number(RowSchema.Attribute);
        return schema == RowSchema.Current
            ? row
            : throw row.Unreadable(RowSchema.Attribute, $"form {schema}, and this version reads form {RowSchema.Current}");
    }

    public bool Has(string name) => item.Has(name);

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name, "text");

    public string TextOrEmpty(string name) => TextOrNull(name) ?? "";

    public string? TextOrNull(string name) =>
        item.TryGetValue(name, out var value)
            ? (value as TextValue)?.Value ?? throw Unreadable(name, "must be text (S)")
            : null;

    /// <summary>A packed text; null if it is missing.</summary>
    public string? Packed(string name, Packing packing) =>
        item.TryGetValue(name, out var value)
            ? packing.Read(value) ?? throw Unreadable(name, "must be bytes (B) or text (S)")
            : null;

    public long Number(string name)
    {
        if (!item.TryGetValue(name, out var value))
            throw Missing(name, "a number");
        return long.TryParse(
            (value as NumberValue)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable(name, "must be a whole number (N) of 64 bits");
    }

    /// <summary>A number with a fraction; null if it is missing.</summary>
    public double? RealOrNull(string name) =>
        item.TryGetValue(name, out var value)
            ? double.TryParse((value as NumberValue)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Unreadable(name, "must be a number (N)")
            : null;

    public int Count(string name) => !Has(name)
        ? 0
        : Number(name) is >= 0 and <= int.MaxValue and var count
            ? (int)count
            : throw Unreadable(name, "must be a count from 0 to 2147483647");

    public DateTimeOffset Time(string name) => TimeOrNull(name) ?? throw Missing(name, "a time");

    public DateTimeOffset? TimeOrNull(string name) =>
        item.TryGetValue(name, out var value)
            ? EpochSeconds.Parse((value as NumberValue)?.Value ?? "")
                ?? throw Unreadable(name, "must be a time (N, seconds since 1970)")
            : null;

    public T Name<T>(string name)
        where T : struct, Enum => NameOrNull<T>(name) ?? throw Missing(name, Expected<T>());

    public T? NameOrNull<T>(string name)
        where T : struct, Enum =>
        TextOrNull(name) is { } text ? KebabCase.Parse<T>(text) ?? throw Unreadable(name, $"must be {Expected<T>()}") : null;

    /// <summary>A severity by its rank; null if it is missing.</summary>
    public Severity? RankOrNull(string name) => !Has(name)
        ? null
        : Number(name) is >= (int)Severity.Info and <= (int)Severity.Critical and var rank
            ? (Severity)rank
            : throw Unreadable(name, "must be a severity's rank from 0 to 4");

    public ItemReader Map(string name) => MapOrNull(name) ?? throw Missing(name, "a map");

    public ItemReader? MapOrNull(string name) =>
        item.TryGetValue(name, out var value)
            ? new ItemReader((value as MapValue)?.Value ?? throw Unreadable(name, "must be a map (M)"), $"{path}.{name}.M")
            : null;

    public ItemReader MapOrEmpty(string name) => MapOrNull(name) ?? new ItemReader(Row.Empty, $"{path}.{name}.M");

    /// <summary>A map of texts whose names are data.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts()
    {
        var reader = this;
        return item.Attributes.Select(pair => KeyValuePair.Create(pair.Key, reader.Text(pair.Key)));
    }

    /// <summary>A list of packed texts; empty if it is missing.</summary>
    public ImmutableArray<string> AllPacked(string name, Packing packing)
    {
        var reader = this;
        return
        [
            .. ListOrEmpty(name).Select((value, index) =>
                packing.Read(value) ?? throw reader.Unreadable($"{name}.L[{index}]", "must be bytes (B) or text (S)")),
        ];
    }

    /// <summary>A list of texts; empty if it is missing.</summary>
    public ImmutableArray<string> AllTexts(string name)
    {
        var reader = this;
        return
        [
            .. ListOrEmpty(name).Select((value, index) =>
                (value as TextValue)?.Value ?? throw reader.Unreadable($"{name}.L[{index}]", "must be text (S)")),
        ];
    }

    /// <summary>A list of maps; empty if it is missing.</summary>
    public ImmutableArray<T> Maps<T>(string name, Func<ItemReader, T> read)
    {
        var reader = this;
        var prefix = path;
        return
        [
            .. ListOrEmpty(name).Select((value, index) => read(new ItemReader(
                (value as MapValue)?.Value ?? throw reader.Unreadable($"{name}.L[{index}]", "must be a map (M)"),
                $"{prefix}.{name}.L[{index}].M"))),
        ];
    }

    public UnreadableRowException Unreadable(string name, string reason) => new(new Rejection($"{path}.{name}", reason));

    private static string Expected<T>()
        where T : struct, Enum => "one of " + string.Join(", ", Enum.GetValues<T>().Select(KebabCase.ToKebabCase));

    private ImmutableArray<RowValue> ListOrEmpty(string name) => !item.TryGetValue(name, out var value)
        ? []
        : value is ListValue list ? list.Elements : throw Unreadable(name, "must be a list (L)");

    private UnreadableRowException Missing(string name, string expected) => Unreadable(name, $"missing; {expected} is expected");
}
