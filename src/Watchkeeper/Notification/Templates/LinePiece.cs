using System.Collections.Immutable;

namespace Watchkeeper.Notification.Templates;

/// <summary>A piece of a line of text: text as it is, or a sign of the template's own notation.</summary>
internal abstract record LinePiece
{
    /// <summary>Text, in which no sign has a meaning.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Name">The value that it is; null for the template's own text.</param>
    public sealed record Plain(string Text, TemplateName? Name = null) : LinePiece;

    /// <summary>A sign; without its counterpart it is text.</summary>
    public sealed record Sign(LineSign Kind) : LinePiece
    {
        /// <summary>The sign as it is written.</summary>
        public string Text => Signs.First(sign => sign.Kind == Kind).Text;
    }

    private static readonly ImmutableArray<(string Text, LineSign Kind)> Signs =
        [("**", LineSign.Bold), ("](", LineSign.Middle), ("[", LineSign.Open), (")", LineSign.Close)];

    /// <summary>Splits the template's own text at its signs.</summary>
    public static IEnumerable<LinePiece> Split(string literal)
    {
        var begin = 0;
        for (var at = 0; at < literal.Length;)
        {
            var (text, kind) = Signs.FirstOrDefault(sign => literal.AsSpan(at).StartsWith(sign.Text));
            if (text is null)
            {
                at++;
                continue;
            }

            if (at > begin)
                yield return new Plain(literal[begin..at]);
            yield return new Sign(kind);
            begin = at += text.Length;
        }

        if (begin < literal.Length)
            yield return new Plain(literal[begin..]);
    }
}

/// <summary>The signs of the notation in templates: <c>**bold**</c> and <c>[name](address)</c>.</summary>
internal enum LineSign
{
    /// <summary>The beginning or end of bold text.</summary>
    Bold,

    /// <summary>The beginning of a link's name.</summary>
    Open,

    /// <summary>The end of a link's name and the beginning of its address.</summary>
    Middle,

    /// <summary>The end of a link's address.</summary>
    Close,
}
