using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// <c>equals-ignore-case</c>, alone or inside <c>prefix</c> and <c>suffix</c>. Each character of the pattern matches its lower
/// and its upper case, and either may have several characters. No two cases of a character begin or end alike, so one comparison
/// per position decides. EventBridge splits characters beyond U+FFFF and searches for a question mark for each half.
/// </summary>
internal sealed class CaseBlindText(string text, TextAnchor anchor) : ValueMatcher
{
    private readonly ImmutableArray<(string Lower, string Upper)> characters =
        [
            .. text.Select(character => char.IsSurrogate(character)
                ? ("?", "?")
                : (FullCaseMapping.Lower(character), FullCaseMapping.Upper(character))),
        ];

    public override string Identity => $"ignore-case {anchor} {text}";

    public override bool Matches(ref Leaf leaf)
    {
        if (!leaf.IsText) return false;
        var value = leaf.Text;

        return anchor switch
        {
            TextAnchor.Start => SkipFromStart(value, out _),
            TextAnchor.End => IsEnd(value),
            _ => SkipFromStart(value, out var rest) && rest.IsEmpty,
        };
    }

    private bool SkipFromStart(ReadOnlySpan<char> value, out ReadOnlySpan<char> rest)
    {
        rest = value;
        foreach (var (lower, upper) in characters)
        {
            if (rest.StartsWith(lower, StringComparison.Ordinal)) rest = rest[lower.Length..];
            else if (rest.StartsWith(upper, StringComparison.Ordinal)) rest = rest[upper.Length..];
            else return false;
        }

        return true;
    }

    private bool IsEnd(ReadOnlySpan<char> value)
    {
        for (var at = characters.Length - 1; at >= 0; at--)
        {
            var (lower, upper) = characters[at];
            if (value.EndsWith(lower, StringComparison.Ordinal)) value = value[..^lower.Length];
            else if (value.EndsWith(upper, StringComparison.Ordinal)) value = value[..^upper.Length];
            else return false;
        }

        return true;
    }
}
