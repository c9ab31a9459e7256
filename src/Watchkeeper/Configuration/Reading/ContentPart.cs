using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>
/// A part of a version's content with its JSON path. What is missing is empty; what has another form is refused.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentPart(JsonElement Element, string Path)
{
    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The text under a key; null without the key.</summary>
    public string? Text(string key) => Find(key) is { } part ? part.AsText() : null;

    /// <summary>The flag under a key; null without the key.</summary>
    public bool? Flag(string key) => Find(key) is not { } part ? null : part.Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw part.Refuse("must be true or false"),
    };

    /// <summary>The number under a key; null without the key.</summary>
    public int? Number(string key) => Find(key) is not { } part ? null
        : part.Element.ValueKind is JsonValueKind.Number && part.Element.TryGetInt32(out var number) ? number
        : throw part.Refuse("must be a whole number");

    /// <summary>The duration under a key; null without the key.</summary>
    public TimeSpan? Duration(string key) => Find(key) is not { } part ? null
        : DurationText.Parse(part.AsText()) ?? throw part.Refuse("must be a duration");

    /// <summary>The member of an enumeration under a key, in kebab case; null without the key.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum => Find(key) is not { } part ? null
        : KebabCase.Parse<T>(part.AsText()) ?? throw part.Refuse($"must be one of {string.Join(", ", Names<T>())}");

    /// <summary>The items of the list under a key; empty without the key.</summary>
    public ImmutableArray<ContentPart> List(string key)
    {
        if (Find(key) is not { } part)
            return [];
        if (part.Element.ValueKind is not JsonValueKind.Array)
            throw part.Refuse("must be a list");
        var items = ImmutableArray.CreateBuilder<ContentPart>(part.Element.GetArrayLength());
        foreach (var item in part.Element.EnumerateArray())
            items.Add(new ContentPart(item, string.Create(CultureInfo.InvariantCulture, $"{part.Path}[{items.Count}]")));
        return items.MoveToImmutable();
    }

    /// <summary>The texts of the list under a key; empty without the key.</summary>
    public ImmutableArray<string> Texts(string key) => [.. List(key).Select(item => item.AsText())];

    /// <summary>The map under a key; null without the key.</summary>
    public ContentPart? Map(string key) => Find(key) is not { } part ? null
        : part.Element.ValueKind is JsonValueKind.Object ? part : throw part.Refuse("must be a map");

    /// <summary>The members of the map under a key; empty without the key.</summary>
    public IEnumerable<KeyValuePair<string, ContentPart>> Members(string key) => Map(key) is { } map
        ? map.Element.EnumerateObject().Select(member => KeyValuePair.Create(
            JsonText.ReadName(member), new ContentPart(member.Value, $"{map.Path}.{JsonText.ReadName(member)}")))
        : [];

    /// <summary>The part as a text.</summary>
    public string AsText() =>
        Element.ValueKind is JsonValueKind.String ? JsonText.Read(Element) : throw Refuse("must be a text");

    /// <summary>The text under a key that must be there.</summary>
    public string Required(string key) => Text(key) ?? throw Refuse($"has no {key}");

    /// <summary>That the part has not the form that is read here.</summary>
    public UnreadableVersionException Refuse(string reason) => new(new Rejection(Path, reason));

    private ContentPart? Find(string key)
    {
        if (Element.ValueKind is not JsonValueKind.Object)
            throw Refuse("must be a map");
        return Element.TryGetProperty(key, out var value) && value.ValueKind is not JsonValueKind.Null
            ? new ContentPart(value, $"{Path}.{key}")
            : null;
    }

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => value.ToKebabCase());
}
