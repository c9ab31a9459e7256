using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>What Watchkeeper says of itself, in the reader's language.</summary>
internal static class OwnHeadline
{
    /// <summary>The headline; null if the subject is another one.</summary>
    public static string? Find(Subject subject, Translations sentences)
    {
        if (subject.Kind is SignalKind.LostEvents)
            return sentences[TextKey.LostEvents];
        if (subject.Kind is not SignalKind.UnusableConfiguration)
            return null;
        var version = MessageFields.Clean(subject.Labels[SubjectLabels.ConfigurationVersion]);
        return version.Length == 0
            ? sentences[TextKey.UnusableConfiguration]
            : Translations.Fill(
                sentences[TextKey.UnusableVersion],
                ("version", version),
                ("hash", MessageFields.Clean(subject.Labels[SubjectLabels.ConfigurationHash])));
    }
}
