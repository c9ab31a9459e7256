using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// Writes HTML. Only literal text in our code is markup: every hole of an interpolated string is escaped, and variable text has
/// no other way in. Use holes only in elements and quoted attributes, never in names, scripts or styles.
/// </summary>
internal sealed class HtmlWriter
{
    // Letters of all scripts stay readable in the source. Markup characters and invisible characters are escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(8192);

    /// <summary>Ends the line. The interpolated string has already been written when this method runs.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] ref Markup markup) => html.Append('\n');

    /// <summary>The same without the end of a line, where a blank would show.</summary>
    public HtmlWriter Append([InterpolatedStringHandlerArgument("")] ref Markup markup) => this;

    public override string ToString() => html.ToString();

    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly StringBuilder html;

        public Markup(int literalLength, int formattedCount, HtmlWriter writer) => html = writer.html;

        public void AppendLiteral(string literal) => html.Append(literal);

        public void AppendFormatted(string value) => html.Append(Encoder.Encode(value));
    }
}
