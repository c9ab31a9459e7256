using System.Globalization;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The story of what a reaction did, or did not do.</summary>
internal static class ReactionStory
{
    public static Story Of(ReactionRecord record, string what, Sentences sentences)
    {
        var name = FactSheet.Value(record.Reaction, SubjectLimits.LabelValue);
        var words = record.Detail.Length > 0
            ? new Fact(sentences[Phrase.Answer], FactSheet.Value(record.Detail, SubjectLimits.Because))
            : null;
        return new Story(
            sentences.ReactionVerbs[record.Status],
            Sentences.Fill(sentences[Phrase.ReactionHeadline], ("reaction", name), ("what", what)),
            Sentences.Fill(
                sentences.ReactionLeads[record.Status],
                ("action", Action(record.Action, name, sentences)),
                ("refusal", record.Refusal is { } refusal ? sentences.Refusals[refusal] : "")),
            words,
            sentences.ReactionAdvice[record.Status]);
    }

    private static string Action(ReactionAction? action, string name, Sentences sentences) => action switch
    {
        ReactionAction.SetDesiredCapacity capacity => Sentences.Fill(
            sentences[Phrase.SetDesiredCapacity],
            ("group", FactSheet.Value(capacity.Group, SubjectLimits.LabelValue)),
            ("from", capacity.From.ToString(CultureInfo.InvariantCulture)),
            ("to", capacity.To.ToString(CultureInfo.InvariantCulture))),
        ReactionAction.MarkUnhealthy health => Sentences.Fill(
            sentences[Phrase.MarkUnhealthy],
            ("instance", FactSheet.Value(health.Instance, SubjectLimits.LabelValue)),
            ("group", FactSheet.Value(health.Group, SubjectLimits.LabelValue))),
        _ => Sentences.Fill(sentences[Phrase.UnnamedAction], ("reaction", name)),
    };
}
