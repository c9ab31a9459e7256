namespace Watchkeeper.Patterns.Values;

/// <summary>Searches for a text in linear time (Knuth, Morris and Pratt).</summary>
internal sealed class SoughtText
{
    /// <summary>For each matched length: the length that still matches after a different character.</summary>
    private readonly int[] fallback;

    public SoughtText(string text)
    {
        Text = text;
        fallback = new int[text.Length];
        for (int at = 1, length = 0; at < text.Length; at++)
        {
            length = Advance(length, text[at]);
            fallback[at] = length;
        }
    }

    public string Text { get; }

    /// <summary>Moves the span past the first occurrence; false if there is none.</summary>
    public bool SkipPast(ref ReadOnlySpan<char> span)
    {
        var matched = 0;
        for (var at = 0; at < span.Length && matched < Text.Length; at++)
        {
            matched = Advance(matched, span[at]);
            if (matched == Text.Length) span = span[(at + 1)..];
        }

        return matched == Text.Length;
    }

    private int Advance(int matched, char next)
    {
        while (matched > 0 && Text[matched] != next) matched = fallback[matched - 1];
        return Text[matched] == next ? matched + 1 : 0;
    }
}
