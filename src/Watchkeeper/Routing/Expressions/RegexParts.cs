using System.Text;

namespace Watchkeeper.Routing.Expressions;

/// <summary>The parts of an expression for the library: sets, and the text between them.</summary>
internal sealed class RegexParts
{
    private readonly List<(string Text, CodePointSet? Set)> parts = [];

    /// <summary>Number of parts.</summary>
    public int Count => parts.Count;

    /// <summary>Adds text.</summary>
    public void Add(string text) => parts.Add((text, null));

    /// <summary>Adds a set.</summary>
    public void Add(CodePointSet set) => parts.Add(("", set));

    /// <summary>Makes one group of the parts from this index on.</summary>
    public void Group(int start)
    {
        parts.Insert(start, ("(?:", null));
        Add(")");
    }

    /// <summary>The expression, anchored at both ends; null if there are too many ranges beyond U+FFFF.</summary>
    public RegexTranslation? Build()
    {
        if (UnitAlphabet.For(parts.Select(part => part.Set).OfType<CodePointSet>()) is not { } alphabet)
            return null;
        var pattern = new StringBuilder(@"\A(?:");
        foreach (var (text, set) in parts)
        {
            pattern.Append(text);
            if (set is not null)
                alphabet.Append(pattern, set);
        }

        return new(pattern.Append(@")\z").ToString(), alphabet);
    }
}
