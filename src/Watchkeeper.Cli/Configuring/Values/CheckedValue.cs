using System.Collections.Immutable;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Values;

/// <summary>A value whose form is right, with its position and path. Later checks need no look at the YAML again.</summary>
/// <param name="Path">The path of its key: <c>route.routes[1].receiver</c>.</param>
/// <param name="Position">Where it begins.</param>
internal abstract record CheckedValue(string Path, FilePosition Position);

/// <summary>A text.</summary>
internal sealed record CheckedText(string Path, FilePosition Position, string Value) : CheckedValue(Path, Position);

/// <summary>Yes or no.</summary>
internal sealed record CheckedFlag(string Path, FilePosition Position, bool Value) : CheckedValue(Path, Position);

/// <summary>A whole number.</summary>
internal sealed record CheckedNumber(string Path, FilePosition Position, long Value) : CheckedValue(Path, Position);

/// <summary>A list.</summary>
internal sealed record CheckedList(string Path, FilePosition Position, ImmutableArray<CheckedValue> Items)
    : CheckedValue(Path, Position)
{
    /// <summary>Whether the file has items whose form is wrong, which are left out here.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A map, in the order of its schema.</summary>
internal sealed record CheckedMap(string Path, FilePosition Position, ImmutableArray<CheckedMember> Members)
    : CheckedValue(Path, Position)
{
    /// <summary>The keys whose values have a wrong form, which are left out here.</summary>
    public ImmutableArray<string> Wrong { get; init; } = [];

    /// <summary>Whether the value under a key, or a part of it, has a wrong form: nothing follows from what is missing.</summary>
    public bool IsWrong(string name) => Wrong.Contains(name, StringComparer.Ordinal)
        || this[name] is CheckedList { IsPartial: true } or CheckedMap { Wrong.IsEmpty: false };

    /// <summary>Whether the file has the key, whatever form its value has.</summary>
    public bool Mentions(string name) => Has(name) || Wrong.Contains(name, StringComparer.Ordinal);

    /// <summary>The value under a key; null without the key.</summary>
    public CheckedValue? this[string name] => Members.FirstOrDefault(member => member.Name == name)?.Value;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string name) => this[name] is not null;

    /// <summary>The text under a key; null without the key.</summary>
    public CheckedText? Text(string name) => this[name] as CheckedText;

    /// <summary>The flag under a key.</summary>
    public bool Flag(string name, bool otherwise = false) => this[name] is CheckedFlag flag ? flag.Value : otherwise;

    /// <summary>The map under a key; null without the key.</summary>
    public CheckedMap? Map(string name) => this[name] as CheckedMap;

    /// <summary>The texts of the list under a key; empty without the key.</summary>
    public IEnumerable<CheckedText> Texts(string name) => Items(name).OfType<CheckedText>();

    /// <summary>The maps of the list under a key; empty without the key.</summary>
    public IEnumerable<CheckedMap> Maps(string name) => Items(name).OfType<CheckedMap>();

    /// <summary>Where a key stands; the map's own position without the key.</summary>
    public FilePosition At(string name) => Members.FirstOrDefault(member => member.Name == name)?.Position ?? Position;

    private ImmutableArray<CheckedValue> Items(string name) => this[name] is CheckedList list ? list.Items : [];
}

/// <summary>A member of a map.</summary>
/// <param name="Name">The key.</param>
/// <param name="Position">Where the key stands.</param>
/// <param name="Value">The value.</param>
internal sealed record CheckedMember(string Name, FilePosition Position, CheckedValue Value);
