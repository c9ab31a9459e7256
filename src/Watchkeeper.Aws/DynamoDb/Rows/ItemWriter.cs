using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.DynamoDb.Rows;

/// <summary>Builds an item or a map inside one. Text that is null or empty is left out and is read as such: bytes cost units.</summary>
internal sealed class ItemWriter
{
    public ItemWriter()
        : this(new Dictionary<string, AttributeValue>(StringComparer.Ordinal))
    {
    }

    private ItemWriter(Dictionary<string, AttributeValue> item) => Item = item;

    public Dictionary<string, AttributeValue> Item { get; }

    /// <summary>An item with its key and the number of the form in which it is written.</summary>
    public static ItemWriter Row(RowKey key) => new ItemWriter(key.ToItem()).Number(RowSchema.Attribute, RowSchema.Current);

    public ItemWriter Text(string name, string? text)
    {
        if (text is { Length: > 0 })
            Item[name] = new AttributeValue { S = text };
        return this;
    }

    /// <summary>A text that is left out where it is the one that who reads it takes for granted, and written even where it is empty.</summary>
    public ItemWriter TextUnless(string implied, string name, string text)
    {
        if (!string.Equals(text, implied, StringComparison.Ordinal))
            Item[name] = new AttributeValue { S = text };
        return this;
    }

    public ItemWriter Number(string name, long number)
    {
        Item[name] = new AttributeValue { N = number.ToString(CultureInfo.InvariantCulture) };
        return this;
    }

    /// <summary>A count; none is left out.</summary>
    public ItemWriter Count(string name, int count) => count == 0 ? this : Number(name, count);

    public ItemWriter Time(string name, DateTimeOffset? time)
    {
        if (time is { } known)
            Item[name] = new AttributeValue { N = EpochSeconds.Of(known) };
        return this;
    }

    /// <summary>The row's end, after which DynamoDB takes it away sooner or later.</summary>
    public ItemWriter Expires(DateTimeOffset time) => Expires(RowSchema.TimeToLive, time);

    public ItemWriter Expires(string name, DateTimeOffset time)
    {
        Item[name] = new AttributeValue { N = EpochSeconds.CeilingOf(time) };
        return this;
    }

    public ItemWriter Packed(string name, string? text, Packing packing)
    {
        if (text is { Length: > 0 })
            Item[name] = packing.Write(text);
        return this;
    }

    public ItemWriter Name<T>(string name, T? value)
        where T : struct, Enum => value is { } known ? Text(name, Kebab.Of(known)) : this;

    /// <summary>A list is there even where it is empty: expressions ask for its size, append to it, set it.</summary>
    public ItemWriter List(string name, IEnumerable<AttributeValue> values)
    {
        Item[name] = new AttributeValue { L = [.. values] };
        return this;
    }

    /// <summary>A list of texts; null is left out.</summary>
    public ItemWriter Texts(string name, IEnumerable<string>? texts) =>
        texts is null ? this : List(name, texts.Select(text => new AttributeValue { S = text }));

    public ItemWriter Map(string name, ItemWriter? map)
    {
        if (map is not null)
            Item[name] = map.ToValue();
        return this;
    }

    public AttributeValue ToValue() => new() { M = Item };
}
