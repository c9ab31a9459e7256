namespace Watchkeeper.Patterns.Values;

/// <summary><c>suffix</c> of a string. The empty suffix matches every string and nothing else.</summary>
internal sealed class TextSuffix(string suffix) : ValueMatcher
{
    public override string Identity => $"suffix {suffix}";

    public override bool Matches(ref Leaf leaf) => leaf.IsText && leaf.Text.EndsWith(suffix);
}
