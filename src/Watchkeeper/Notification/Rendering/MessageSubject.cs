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
        return who == sentences.Acts.RootUser || what.Contains(who, StringComparison.Ordinal)
            ? what
            : Translations.Fill(sentences[TextKey.SubjectBy], ("what", what), ("who", who));
    }
}
