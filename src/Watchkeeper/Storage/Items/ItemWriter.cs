using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>Builds a row or a map inside one. Text that is null or empty is left out and is read as such: bytes cost units.</summary>
internal sealed class ItemWriter
{
    private readonly Dictionary<string, RowValue> item;

    public ItemWriter()
        : this(new Dictionary<string, RowValue>(StringComparer.Ordinal))
    {
    }

    private ItemWriter(Dictionary<string, RowValue> item) => this.item = item;

    /// <summary>A row with its key and the number of the form in which it is written.</summary>
    public static ItemWriter Row(RowKey key) => new ItemWriter(key.ToAttributes()).Number(RowSchema.Attribute, RowSchema.Current);

    /// <summary>A time as a value.</summary>
    public static RowValue Time(DateTimeOffset time) => RowValue.Number(EpochSeconds.Of(time));

    /// <summary>The end of a row as a value: after it the table takes the row away sooner or later.</summary>
    public static RowValue End(DateTimeOffset time) => RowValue.Number(EpochSeconds.CeilingOf(time));

    /// <summary>A member's name as a value.</summary>
    public static RowValue Name<T>(T value)
        where T : struct, Enum => RowValue.Text(value.ToKebabCase());

    /// <summary>A list as a value.</summary>
    public static RowValue List(IEnumerable<RowValue> elements) => RowValue.List([.. elements]);

    public ItemWriter Value(string name, RowValue value)
    {
        item[name] = value;
        return this;
    }

    public ItemWriter Text(string name, string? text) => text is { Length: > 0 } ? Value(name, RowValue.Text(text)) : this;

    /// <summary>A text that is left out where it is the one that who reads it takes for granted, and written even where it is empty.</summary>
    public ItemWriter TextUnless(string implied, string name, string text) =>
        string.Equals(text, implied, StringComparison.Ordinal) ? this : Value(name, RowValue.Text(text));

    public ItemWriter Number(string name, long number) => Value(name, RowValue.Number(number));

    /// <summary>A count; none is left out.</summary>
    public ItemWriter Count(string name, int count) => count == 0 ? this : Number(name, count);

    public ItemWriter Time(string name, DateTimeOffset? time) => time is { } known ? Value(name, Time(known)) : this;

    /// <summary>The row's end, after which the table takes it away sooner or later.</summary>
    public ItemWriter Expires(DateTimeOffset time) => Value(RowSchema.TimeToLive, End(time));

    public ItemWriter Packed(string name, string? text, Packing packing) =>
        text is { Length: > 0 } ? Value(name, packing.Write(text)) : this;

    public ItemWriter Name<T>(string name, T? value)
        where T : struct, Enum => value is { } known ? Value(name, Name(known)) : this;

    /// <summary>A list is there even where it is empty: guards ask for its size, changes append to it.</summary>
    public ItemWriter List(string name, IEnumerable<RowValue> values) => Value(name, List(values));

    /// <summary>A list of texts; null is left out.</summary>
    public ItemWriter Texts(string name, IEnumerable<string>? texts) => texts is null ? this : List(name, texts.Select(RowValue.Text));

    public ItemWriter Map(string name, ItemWriter? map) => map is null ? this : Value(name, map.ToValue());

    public RowValue ToValue() => RowValue.Map(ToRow());

    /// <summary>What was built; nothing may be added any more.</summary>
    public Row ToRow() => Rows.Row.Over(item);
}
