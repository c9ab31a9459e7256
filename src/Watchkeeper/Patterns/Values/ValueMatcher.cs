namespace Watchkeeper.Patterns.Values;

/// <summary>One entry of a field's list in a pattern. Field names and arrays are not its business: it sees one leaf.</summary>
internal abstract class ValueMatcher
{
    public abstract bool Matches(ref Leaf leaf);
}
