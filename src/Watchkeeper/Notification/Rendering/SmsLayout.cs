using Watchkeeper.Notification.Localization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// One SMS: severity and transition first, the incident's id last, because people need the id to acknowledge. If the text is too
/// long, the layout drops the resource first, then the duration, and finally shortens the name.
/// </summary>
internal static class SmsLayout
{
    public static string Render(MessageContent letter)
    {
        var words = letter.Sentences;
        var tail = $" {InertText.Shorten(letter.Incident, IncidentIdLength)}";
        string[] bodies =
        [
            string.Join(words[TextKey.ListComma], letter.Places.Prepend(letter.What)),
            letter.What,
        ];
        string[] heads = [Head(letter.Verb), Head(letter.ShortVerb)];
        foreach (var head in heads)
        {
            foreach (var body in bodies)
            {
                if (SmsText.Fits(head + body + tail))
                    return head + body + tail;
            }
        }

        return SmsText.Fit(Head(letter.ShortVerb), letter.What, tail);

        string Head(string verb) =>
            Translations.Fill(words[TextKey.SmsHead], ("severity", letter.SeverityWord), ("verb", verb));
    }

    private const int IncidentIdLength = 24;
}
