using System.Collections.Immutable;

namespace Watchkeeper.Cli.Yaml;

/// <summary>A value of a YAML file with its position. An alias is the value of its anchor.</summary>
/// <param name="Position">Where the value begins.</param>
internal abstract record YamlValue(FilePosition Position)
{
    /// <summary>The kind of the value in plain words, for messages: «a list».</summary>
    public abstract string Kind { get; }
}

/// <summary>A text, as it is written: YAML's own reading of <c>no</c> or <c>007</c> is left to the key that holds it.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsQuoted">Whether it is quoted or a block.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record YamlText(string Text, bool IsQuoted, FilePosition Position) : YamlValue(Position)
{
    /// <summary>Whether the value is left empty, or is YAML's null.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Kind => IsNull ? "nothing" : "a text";
}

/// <summary>A list.</summary>
internal sealed record YamlList(ImmutableArray<YamlValue> Items, FilePosition Position) : YamlValue(Position)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>A map. Names that the file repeats are all here, in order.</summary>
internal sealed record YamlMap(ImmutableArray<YamlMember> Members, FilePosition Position) : YamlValue(Position)
{
    /// <inheritdoc/>
    public override string Kind => "a map";
}

/// <summary>A member of a map.</summary>
/// <param name="Name">The key.</param>
/// <param name="Position">Where the key begins.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlMember(string Name, FilePosition Position, YamlValue Value);
