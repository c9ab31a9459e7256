using Watchkeeper.Detections;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The forms of the message about one entry.</summary>
internal sealed class RenderedForms(TimelineEntry entry, MessageContent content, DetectionWordSet words) : MessageForms
{
    public override string Subject() => Line(content.Subject);

    public override string Headline() => Line(content.Headline);

    public override string EnglishHeadline() => content.Sentences.Locale is Locale.English
        ? Headline()
        : Line(MessageContent.Create(entry, MessageOptions.In(Locale.English).With(words)).Headline);

    public override string Text() => TextLayout.Render(content);

    public override string Html() => HtmlLayout.Render(content);

    public override string Sms() => SmsLayout.Render(content);

    public override string Json() => JsonLayout.Render(entry, content);

    public override string Chat() => ChatLayout.Render(entry, content);

    private static string Line(string text) => InertText.Shorten(text, Message.SubjectLimit);
}
