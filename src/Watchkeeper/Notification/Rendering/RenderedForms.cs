using Watchkeeper.Detections;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The forms of the message about one entry.</summary>
internal sealed class RenderedForms(TimelineEntry entry, MessageContent content, DetectionWordSet words)
{
    public TimelineEntry Entry => entry;

    public RenderedForms With(MessageContent other) => new(entry, other, words);

    public string Subject() => Line(content.Subject);

    public string Headline() => Line(content.Headline);

    public string EnglishHeadline() => content.Sentences.Locale is Locale.English
        ? Headline()
        : Line(MessageContent.Create(entry, MessageOptions.In(Locale.English).With(words)).Headline);

    public string Text() => TextLayout.Render(content);

    public string Html() => HtmlLayout.Render(content);

    public string Sms() => SmsLayout.Render(content);

    public string Push() => PushLayout.Render(content);

    public string Json() => JsonLayout.Render(entry, content);

    public string Chat() => ChatLayout.Render(entry, content);

    private static string Line(string text) => InertText.Shorten(text, Message.SubjectLimit);
}
