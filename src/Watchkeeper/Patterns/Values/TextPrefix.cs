namespace Watchkeeper.Patterns.Values;

/// <summary><c>prefix</c> of a string. The empty prefix matches every string and nothing else.</summary>
internal sealed class TextPrefix(string prefix) : ValueMatcher
{
    public override string Identity => $"prefix {prefix}";

    public override bool Matches(ref Leaf leaf) => leaf.IsText && leaf.Text.StartsWith(prefix);
}
