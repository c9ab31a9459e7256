using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Layout;

/// <summary>
/// Writes lines in a markup, within a receiver's limit. What does not fit goes by rank, the last line first; a last line says so
/// and names the incident. Only where one line alone is too long, its text is cut, visibly and before it is escaped.
/// </summary>
/// <param name="markup">The markup.</param>
/// <param name="words">The language.</param>
/// <param name="footer">
/// The last line, which is never left out: it names the incident. Empty where the receiver shows that elsewhere.
/// </param>
internal sealed class FittedText(IMarkup markup, Translations words, string footer)
{
    /// <summary>The text; its size is at most <paramref name="limit"/>, as long as the footer fits.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="limit">The receiver's limit.</param>
    /// <param name="size">The size of a text as the receiver counts it.</param>
    public string Write(ImmutableArray<MessageLine> lines, long limit, Func<string, long> size)
    {
        var whole = Join(lines, isShortened: false);
        if (size(whole) <= limit)
            return whole;
        if (lines.IsEmpty)
            return Join(lines, isShortened: true);
        // The first of the most important ones stays longest.
        var order = Enumerable.Range(0, lines.Length).OrderBy(at => lines[at].Rank).ToList();
        var text = Kept(LargestFit.Find(1, lines.Length, count => size(Kept(count)) <= limit));
        return size(text) <= limit ? text : Cut(lines[order[0]], limit, size);

        string Kept(int count) => Join([.. order.Take(count).Order().Select(at => lines[at])], isShortened: true);
    }

    private string Cut(MessageLine line, long limit, Func<string, long> size)
    {
        return Shortened(LargestFit.Find(0, line.Value.Length, length => size(Shortened(length)) <= limit));

        string Shortened(int length) => length == 0
            ? Join([], isShortened: true)
            : Join([line with { Value = InertText.Shorten(line.Value, length), Address = null, Runs = [] }], isShortened: true);
    }

    private string Join(ImmutableArray<MessageLine> lines, bool isShortened)
    {
        string[] tail = isShortened ? [words[TextKey.Shortened], footer] : [footer];
        var last = string.Join(" · ", tail.Where(text => text.Length > 0));
        return markup.Join([.. lines.Select(Write), .. last.Length > 0 ? new[] { markup.Text(last) } : []]);
    }

    private string Write(MessageLine line)
    {
        if (!line.Runs.IsEmpty)
            return string.Concat(line.Runs.Select((run, at) => Write(run, at + 1 < line.Runs.Length ? line.Runs[at + 1] : null)));
        var value = line.Address is { } address ? markup.Link(line.Value, address)
            : line.IsCopied ? markup.Value(line.Value) : markup.Text(line.Value);
        return line.Label.Length == 0 ? value : markup.Field(line.Label, words[TextKey.Colon], value);
    }

    private string Write(OwnRun run, OwnRun? next) => run.Address is { } address ? markup.Link(run.Text, address)
        : run.IsBold ? markup.Bold(run.Text)
        // Right before a link, an exclamation mark makes an image of it.
        : markup.Text(next?.Address is not null && run.Text.EndsWith('!') ? $"{run.Text} " : run.Text);
}
