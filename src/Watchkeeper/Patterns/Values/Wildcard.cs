using System.Collections.Immutable;
using System.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// <c>wildcard</c>: a string in which each asterisk stands for any number of characters, including none. Matching takes time in
/// proportion to the value's length, because each text between two asterisks is searched once, from left to right.
/// </summary>
internal sealed class Wildcard : ValueMatcher
{
    private readonly ImmutableArray<SoughtText> parts;

    private Wildcard(string source, ImmutableArray<SoughtText> parts) => (Source, this.parts) = (source, parts);

    /// <summary>The pattern as written, with its escapes.</summary>
    public string Source { get; }

    /// <summary>The texts between the asterisks: one more than there are asterisks.</summary>
    public IEnumerable<string> Parts => parts.Select(part => part.Text);

    /// <summary>Parses a wildcard; null, with the reason, if the text is invalid.</summary>
    public static Wildcard? TryRead(string source, out string refusal)
    {
        var found = ImmutableArray.CreateBuilder<SoughtText>();
        var part = new StringBuilder();
        refusal = "";
        for (var at = 0; at < source.Length; at++)
        {
            var next = at + 1 < source.Length ? source[at + 1] : '\0';
            switch (source[at])
            {
                case '*' when next == '*':
                    refusal = string.Create(null, $"two asterisks in a row at position {at} of the wildcard; one is enough");
                    return null;
                case '*':
                    found.Add(new(part.ToString()));
                    part.Clear();
                    break;
                case '\\' when next is '*' or '\\':
                    part.Append(next);
                    at++;
                    break;
                case '\\':
                    refusal = string.Create(
                        null, $"a backslash at position {at} of the wildcard; only \\* and \\\\ are escapes in it");
                    return null;
                default:
                    part.Append(source[at]);
                    break;
            }
        }

        found.Add(new(part.ToString()));
        return new(source, found.ToImmutable());
    }

    public override string Identity => $"wildcard {Source}";

    public override bool Matches(ref Leaf leaf)
    {
        if (!leaf.IsText) return false;
        var text = leaf.Text;
        var (first, last) = (parts[0].Text, parts[^1].Text);
        if (parts.Length == 1) return text.SequenceEqual(first);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first)
            || !text.EndsWith(last))
        {
            return false;
        }

        var between = text.Slice(first.Length, text.Length - first.Length - last.Length);
        for (var index = 1; index < parts.Length - 1; index++)
        {
            if (!parts[index].SkipPast(ref between)) return false;
        }

        return true;
    }
}
