using System.Text;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Wecom;

/// <summary>The content of a message of WeChat Work, whose limits are in bytes of UTF-8.</summary>
internal static class WecomContent
{
    /// <summary>Maximum size of a robot's markdown («Group robot configuration»).</summary>
    public const int MaxRobotMarkdown = 4096;

    /// <summary>Maximum size of a text, and of an application's markdown.</summary>
    public const int MaxText = 2048;

    private const int MaxHeadline = 200;

    /// <summary>Markdown; <paramref name="last"/> follows the footer as it is.</summary>
    public static string Markdown(MessageContent content, int limit, string last = "")
    {
        var markup = new WecomMarkup();
        var headline = $"**<font color=\"{Colour(content)}\">{markup.Text(Headline(content))}</font>**";
        string[] end = last.Length > 0 ? [last] : [];
        return Fit(content, markup, limit, fitted => markup.Join([headline, fitted, .. end]));
    }

    /// <summary>Text without formats.</summary>
    public static string Plain(MessageContent content)
    {
        var markup = new WecomPlain(content.Sentences[TextKey.Colon]);
        return Fit(content, markup, MaxText, fitted => markup.Join([markup.Text(Headline(content)), fitted]));
    }

    private static string Fit(MessageContent content, IMarkup markup, int limit, Func<string, string> whole) =>
        whole(new FittedText(markup, content.Sentences, content.Footer).Write(
            MessageLines.Create(content), limit, fitted => Encoding.UTF8.GetByteCount(whole(fitted))));

    private static string Headline(MessageContent content) => InertText.Shorten(content.Headline, MaxHeadline);

    // The three colours that there are: green, orange-red and grey.
    private static string Colour(MessageContent content) => content switch
    {
        { IsOver: true } => "info",
        { Severity: >= Severity.Medium } => "warning",
        _ => "comment",
    };
}
