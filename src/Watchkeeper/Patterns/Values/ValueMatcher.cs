namespace Watchkeeper.Patterns.Values;

/// <summary>One entry of a field's list in a pattern. Field names and arrays are not its business: it sees one leaf.</summary>
internal abstract class ValueMatcher
{
    /// <summary>Equal for entries that the engine keeps as one, however they are written.</summary>
    public abstract string Identity { get; }

    public abstract bool Matches(ref Leaf leaf);
}
