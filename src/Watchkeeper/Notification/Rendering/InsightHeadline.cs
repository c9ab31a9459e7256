using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>What CloudTrail Insights found, in the reader's language: the title that the parser writes is English.</summary>
internal static class InsightHeadline
{
    // CloudTrail's name of the insight about errors; the other one is about calls.
    private const string Errors = "ApiErrorRateInsight";

    /// <summary>The headline; null if the subject is no insight or does not name the call.</summary>
    public static string? Find(Subject subject, Translations sentences)
    {
        if (subject.Kind is not SignalKind.Insight || subject.Labels["api"].Length == 0)
            return null;
        var error = MessageFields.Clean(subject.Labels[SubjectLabels.ErrorCode]);
        var text = (subject.Name, error) switch
        {
            (not Errors, _) => TextKey.UnusualCalls,
            (_, "") => TextKey.UnusualErrors,
            _ => TextKey.UnusualErrorCode,
        };
        return Translations.Fill(sentences[text], ("api", MessageFields.Clean(subject.Labels["api"])), ("error", error));
    }
}
