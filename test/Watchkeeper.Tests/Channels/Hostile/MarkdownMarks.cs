using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>
/// What Markdig, which knows nothing of ours, finds in markdown: CommonMark, and what chat programs add to it, namely tables,
/// struck text, task lists, addresses without brackets, and names of emoji.
/// </summary>
internal static class MarkdownMarks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UsePipeTables().UseGridTables().UseTaskLists().UseAutoLinks()
        .UseEmojiAndSmiley().UseListExtras().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>The marks in order; a link or image with its host, a tag as it is.</summary>
    public static IEnumerable<string> Read(string text) => Markdown.Parse(text, Pipeline).Descendants().Select(MarkOf)
        .Where(mark => mark.Length > 0);

    private static string MarkOf(MarkdownObject each) => each switch
    {
        // Text, and a bracket that turned out to be text.
        LiteralInline or HtmlEntityInline or LinkDelimiterInline => "",
        LinkInline link => $"{(link.IsImage ? "image" : "link")} {HostOf(link.Url)}",
        AutolinkInline link => $"link {HostOf(link.Url)}",
        EmphasisInline emphasis => $"{emphasis.DelimiterChar}{emphasis.DelimiterCount}",
        HtmlInline tag => tag.Tag,
        HtmlBlock block => block.Lines.ToString(),
        HeadingBlock heading => $"heading {heading.Level}",
        _ => each.GetType().Name,
    };

    private static string HostOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? $"{address.Scheme} {address.Host}" : $"? {url}";
}
