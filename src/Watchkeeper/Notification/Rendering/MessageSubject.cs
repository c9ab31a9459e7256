using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The subject of an incident's mails. Mail programs put mails of one subject together, so it has neither severity nor state, and
/// it names who did it, so that two incidents of one detection do not share it.
/// </summary>
internal static class MessageSubject
{
    public static string Create(string what, Subject subject, Translations sentences)
    {
        var actor = subject.Labels[SubjectLabels.Actor];
        if (subject.Kind is not SignalKind.Detection || actor.Length == 0)
            return what;
        var who = ActorName.Create(actor, subject.Account, sentences);
        // «The root user was used».
        if (what.Contains(who, StringComparison.Ordinal))
            return what;
        // «The root user» begins a sentence elsewhere.
        var name = who.StartsWith(sentences.Acts.RootUser, StringComparison.Ordinal)
            ? char.ToLowerInvariant(who[0]) + who[1..]
            : who;
        return Translations.Fill(sentences[TextKey.SubjectBy], ("what", what), ("who", name));
    }
}
