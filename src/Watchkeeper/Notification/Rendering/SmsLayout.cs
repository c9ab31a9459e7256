using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// At most two segments of SMS: severity and transition, what is wrong with its number, when and where, and at the end the short
/// id that the command line takes. If the text is too long, the layout drops the place first, then the time and the duration, and
/// finally shortens the name.
/// </summary>
internal static class SmsLayout
{
    public static string Render(MessageContent content)
    {
        var words = content.Sentences;
        var comma = words[TextKey.ListComma];
        var tail = $" #{IncidentNames.Abbreviate(content.Incident)}";
        string[] bodies =
        [
            string.Join(comma, new[] { content.What, content.Timing, content.Region }.Where(part => part.Length > 0)),
            content.What + comma + content.Timing,
            content.What,
        ];
        foreach (var head in (string[])[Head(content.Verb), Head(content.ShortVerb)])
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
}
