using Watchkeeper.Notification.Localization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// One SMS: severity and transition first, the incident's id last, because people need the id to acknowledge. If the text is too
/// long, the layout drops the resource first, then the duration, and finally shortens the name.
/// </summary>
internal static class SmsLayout
{
    public static string Render(MessageContent content)
    {
        var words = content.Sentences;
        var tail = $" {InertText.Shorten(content.Incident, IncidentIdLength)}";
        string[] bodies =
        [
            string.Join(words[TextKey.ListComma], content.Places.Prepend(content.What)),
            content.What,
        ];
        string[] heads = [Head(content.Verb), Head(content.ShortVerb)];
        foreach (var head in heads)
        {
            foreach (var body in bodies)
            {
                if (SmsText.Fits(head + body + tail))
                    return head + body + tail;
            }
        }

        return SmsText.Fit(Head(content.ShortVerb), content.What, tail);

        string Head(string verb) =>
            Translations.Fill(words[TextKey.SmsHead], ("severity", content.SeverityWord), ("verb", verb));
    }

    private const int IncidentIdLength = 24;
}
