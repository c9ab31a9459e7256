using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>What is said about an event without an entry in a timeline.</summary>
internal static class IgnoredMeaning
{
    private const string Feedback = "FeedbackFunction";

    // The reasons with which parsers ignore events.
    private static readonly ImmutableDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["no-detection"] = "no detection is about such a call",
        ["staged-detection"] = "only staged detections are about such a call: they count, and open no incident",
        ["scaling-alarm"] = "the alarm steers a scaling policy, which reacts by itself",
        ["no-state-change"] = "the alarm's configuration changed, and its state did not",
        ["instance-not-terminated"] = "the instance still exists",
        ["no-incident"] = "the resource is gone, and no incident was about it",
        ["no-signal"] = "nothing in it is about the application's health",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>One sentence about the record's reason.</summary>
    public static string Of(EventRecord record) => record.Outcome is Outcome.Failed
        ? Meaning.Of(Outcome.Failed)
        : record.Function == Feedback && KebabCase.Parse<FeedbackReason>(record.Reason) is { } feedback
            ? Meaning.Of(feedback)
        : KebabCase.Parse<DecisionReason>(record.Reason) is { } decision
            ? Meaning.Of(decision)
            : Reasons.GetValueOrDefault(record.Reason) ?? Meaning.Of(record.Outcome);

    /// <summary>One sentence about a named reason of a decision; null if none is known.</summary>
    public static string? Of(string decision) => decision == EventRecord.Rejected
        ? Meaning.Of(Outcome.Failed)
        : KebabCase.Parse<DecisionReason>(decision) is { } reason
            ? Meaning.Of(reason)
            : Reasons.GetValueOrDefault(decision);
}
