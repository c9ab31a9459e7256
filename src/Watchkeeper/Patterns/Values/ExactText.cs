namespace Watchkeeper.Patterns.Values;

/// <summary>Matches a string, compared character by character without normalisation.</summary>
internal sealed class ExactText(string text) : ValueMatcher
{
    public string Text => text;

    public override string Identity => $"text {text}";

    public override bool Matches(ref Leaf leaf) => leaf.IsText && leaf.Text.SequenceEqual(text);
}
