using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>A piece of code as the tokens in it. White space, line breaks and comments do not count.</summary>
/// <remarks>A string is one token, an interpolated one too. <c>"…"</c> in a fragment to find stands for any string.</remarks>
/// <param name="Text">The code as written.</param>
/// <param name="Tokens">Its tokens, in order.</param>
internal sealed record Fragment(string Text, ImmutableArray<Fragment.Token> Tokens)
{
    // Texts for people are reworded more often than code is.
    private const string AnyText = "\"…\"";

    /// <summary>Reads a piece of code; it may be an incomplete expression or statement.</summary>
    /// <exception cref="FormatException">The text holds something that is no token of C#.</exception>
    public static Fragment Parse(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (var token in SyntaxFactory.ParseTokens(text, options: SourceFile.Options))
        {
            if (token.IsKind(SyntaxKind.BadToken) || token.GetDiagnostics().Any(SourceFile.IsError))
                throw new FormatException($"«{token.Text}» is not a token of C#");
            if (!token.IsKind(SyntaxKind.EndOfFileToken))
                tokens.Add(new Token(token.Text, token.Span));
        }

        return new Fragment(text, tokens.ToImmutable());
    }

    /// <summary>The code of a name or type, without the white space and comments between its tokens.</summary>
    public static string CodeOf(SyntaxNode? node) => string.Concat(node?.DescendantTokens().Select(token => token.Text) ?? []);

    /// <summary>Whether both are the same code.</summary>
    public bool IsSameCode(Fragment other) =>
        Tokens.Select(token => token.Text).SequenceEqual(other.Tokens.Select(token => token.Text));

    /// <summary>The places where another fragment occurs in this one.</summary>
    public IEnumerable<TextSpan> Find(Fragment other) =>
        from start in Enumerable.Range(0, Math.Max(0, Tokens.Length - other.Tokens.Length + 1))
        where Alike(other, start) == other.Tokens.Length
        select TextSpan.FromBounds(Tokens[start].Span.Start, Tokens[start + other.Tokens.Length - 1].Span.End);

    /// <summary>
    /// The place most similar to another fragment: after a renaming, single tokens differ. Null if fewer than half of the tokens
    /// agree.
    /// </summary>
    public Resemblance? Nearest(Fragment other)
    {
        var starts = Enumerable.Range(0, Math.Max(0, Tokens.Length - other.Tokens.Length + 1)).ToList();
        if (starts.Count == 0)
            return null;
        var start = starts.MaxBy(start => Alike(other, start));
        if (Alike(other, start) * 2 < other.Tokens.Length)
            return null;
        var place = Tokens.AsSpan(start, other.Tokens.Length);
        var differences = ImmutableArray.CreateBuilder<(string Here, string There)>();
        for (var i = 0; i < place.Length; i++)
        {
            if (!place[i].Fits(other.Tokens[i]))
                differences.Add((place[i].Text, other.Tokens[i].Text));
        }

        return new Resemblance(place[0].Span.Start, differences.ToImmutable());
    }

    private int Alike(Fragment other, int start) =>
        other.Tokens.Where((token, i) => Tokens[start + i].Fits(token)).Count();

    /// <summary>The smallest unit of code, and its place in the text.</summary>
    internal readonly record struct Token(string Text, TextSpan Span)
    {
        /// <summary>Whether the token matches the token to find.</summary>
        public bool Fits(Token wanted) => Text == wanted.Text || (wanted.Text == AnyText && Text.EndsWith('"'));
    }

    /// <summary>A place that is similar to another fragment.</summary>
    /// <param name="Start">Where the place begins in the text.</param>
    /// <param name="Differences">The tokens that differ.</param>
    internal sealed record Resemblance(int Start, ImmutableArray<(string Here, string There)> Differences);
}
