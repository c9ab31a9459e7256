namespace Watchkeeper.Patterns.Values;

/// <summary>One entry of a field's list in a pattern. It tests one leaf, without field names and arrays.</summary>
internal abstract class ValueMatcher
{
    /// <summary>Equal for entries that the engine treats as one, however they are written.</summary>
    public abstract string Identity { get; }

    public abstract bool Matches(ref Leaf leaf);
}
