using System.Globalization;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Storage.Items;

/// <summary>
/// Builds a row, or a map inside a row. Omits empty text, because bytes cost units; readers take missing text as empty.
/// </summary>
internal sealed class ItemWriter
{
    private readonly Dictionary<string, RowValue> item;

    public ItemWriter()
        : this(new Dictionary<string, RowValue>(StringComparer.Ordinal))
    {
    }

    private ItemWriter(Dictionary<string, RowValue> item) => this.item = item;

    /// <summary>Starts a row with its key and the schema version.</summary>
    public static ItemWriter Row(RowKey key) => new ItemWriter(key.ToAttributes()).Number(RowSchema.Attribute, RowSchema.Current);

    /// <summary>A time as a value.</summary>
    public static RowValue Time(DateTimeOffset time) => RowValue.Number(EpochSeconds.Format(time));

    /// <summary>The expiry of a row as a value. The table deletes the row some time afterwards.</summary>
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

    /// <summary>
    /// Omits the value if it equals the default that readers assume. An empty text that differs from the default is written.
    /// </summary>
    public ItemWriter TextUnless(string implied, string name, string text) =>
        string.Equals(text, implied, StringComparison.Ordinal) ? this : Value(name, RowValue.Text(text));

    public ItemWriter Number(string name, long number) => Value(name, RowValue.Number(number));

    /// <summary>Writes a number with a fraction, exactly; omits null.</summary>
    public ItemWriter Real(string name, double? number) =>
        number is { } known ? Value(name, RowValue.Number(known.ToString("R", CultureInfo.InvariantCulture))) : this;

    /// <summary>Writes a count; omits zero.</summary>
    public ItemWriter Count(string name, int count) => count == 0 ? this : Number(name, count);

    public ItemWriter Time(string name, DateTimeOffset? time) => time is { } known ? Value(name, Time(known)) : this;

    /// <summary>Sets the row's expiry. The table deletes the row some time afterwards.</summary>
    public ItemWriter Expires(DateTimeOffset time) => Value(RowSchema.TimeToLive, End(time));

    public ItemWriter Packed(string name, string? text, Packing packing) =>
        text is { Length: > 0 } ? Value(name, packing.Write(text)) : this;

    public ItemWriter Name<T>(string name, T? value)
        where T : struct, Enum => value is { } known ? Value(name, Name(known)) : this;

    /// <summary>Writes a severity as a number from 0 to 4; omits null.</summary>
    public ItemWriter Rank(string name, Severity? severity) => severity is { } known ? Number(name, (int)known) : this;

    /// <summary>Writes a list even if it is empty, because guards test its size and changes append to it.</summary>
    public ItemWriter List(string name, IEnumerable<RowValue> values) => Value(name, List(values));

    /// <summary>Writes a list of texts; omits null.</summary>
    public ItemWriter Texts(string name, IEnumerable<string>? texts) =>
        texts is null ? this : List(name, texts.Select(RowValue.Text));

    public ItemWriter Map(string name, ItemWriter? map) => map is null ? this : Value(name, map.ToValue());

    /// <summary>Null if nothing was written.</summary>
    public ItemWriter? OrNull() => item.Count == 0 ? null : this;

    public RowValue ToValue() => RowValue.Map(ToRow());

    /// <summary>The finished row or map; nothing may be added afterwards.</summary>
    public Row ToRow() => Rows.Row.Over(item);
}
