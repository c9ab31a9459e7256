using System.Globalization;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The summary of a reaction, carried out or not.</summary>
internal static class ReactionSummary
{
    // A short message begins with the verb, which the layout cannot shorten.
    private const int MaxName = 32;

    public static MessageSummary Create(ReactionRecord record, string what, Translations sentences)
    {
        var name = MessageFields.Value(record.Reaction, SubjectLimits.LabelValue);
        var words = record.Detail.Length > 0
            ? new MessageField(sentences[TextKey.Answer], MessageFields.Value(record.Detail, SubjectLimits.Description))
            : null;
        return new MessageSummary(
            Translations.Fill(
                sentences.ReactionVerbs[record.Status],
                ("reaction", sentences.Reactions.GetValueOrDefault(name, InertText.Shorten(name, MaxName)))),
            what,
            Translations.Fill(
                sentences.ReactionLeads[record.Status],
                ("action", Action(record.Action, name, sentences)),
                ("refusal", record.Refusal is { } refusal ? sentences.Refusals[refusal] : "")),
            words,
            sentences.ReactionAdvice[record.Status]);
    }

    private static string Action(ReactionAction? action, string name, Translations sentences) => action switch
    {
        ReactionAction.SetDesiredCapacity capacity => Translations.Fill(
            sentences[TextKey.SetDesiredCapacity],
            ("group", MessageFields.Value(capacity.Group, SubjectLimits.LabelValue)),
            ("from", capacity.From.ToString(CultureInfo.InvariantCulture)),
            ("to", capacity.To.ToString(CultureInfo.InvariantCulture))),
        ReactionAction.MarkUnhealthy health => Translations.Fill(
            sentences[TextKey.MarkUnhealthy],
            ("instance", MessageFields.Value(health.Instance, SubjectLimits.LabelValue)),
            ("group", MessageFields.Value(health.Group, SubjectLimits.LabelValue))),
        _ => Translations.Fill(sentences[TextKey.UnnamedAction], ("reaction", name)),
    };
}
