using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// At most two segments of SMS: severity and transition, what is wrong with its number, who did it, when and where, and at the
/// end the short id that the command line takes. If the text is too long, the layout drops the place first, then who did it, then the
/// time and the duration, and finally shortens the name.
/// </summary>
internal static class SmsLayout
{
    public static string Render(MessageContent content)
    {
        var words = content.Sentences;
        var comma = words[TextKey.ListComma];
        var tail = $" #{IncidentNames.Abbreviate(content.Incident)}";
        var (act, actor) = ActOf(content);
        (act, actor, var what) = (SmsText.Unlink(act), SmsText.Unlink(actor), SmsText.Unlink(content.What));
        // Within a sentence: «since 08:15 UTC».
        var timing = char.ToLowerInvariant(content.Timing[0]) + content.Timing[1..];
        string[] bodies =
        [
            string.Join(comma, new[] { act, timing, content.Region }.Where(part => part.Length > 0)),
            act + comma + timing,
            actor + comma + timing,
            what + comma + timing,
            what,
        ];
        foreach (var head in (string[])[Head(content.Verb), Head(content.ShortVerb)])
        {
            foreach (var body in bodies)
            {
                var text = SmsText.Plain(head + body + tail);
                if (SmsText.Fits(text))
                    return text;
            }
        }

        return SmsText.Fit(SmsText.Plain(Head(content.ShortVerb)), SmsText.Plain(what), tail);

        string Head(string verb) =>
            Translations.Fill(words[TextKey.SmsHead], ("severity", content.SeverityWord), ("verb", verb));
    }

    // What an act opened, and who did it, stand in the lead, which a short message does not have. Without the former if need be.
    private static (string Act, string Actor) ActOf(MessageContent content)
    {
        var (entry, words) = (content.Entry, content.Sentences);
        var subject = entry.Incident.Subject;
        return subject.Kind is SignalKind.Detection && entry.Reaction is null
            ? (MessageSubject.Create(content.What + ActSentence.DetailsOf(subject, words), subject, words),
                MessageSubject.Create(content.What, subject, words))
            : (content.What, content.What);
    }
}
