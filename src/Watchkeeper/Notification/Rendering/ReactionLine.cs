using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>What an automatic reaction will do about an incident, in one line; its outcome has an entry of its own.</summary>
internal static class ReactionLine
{
    /// <summary>The line; null if no reaction concerns the entry.</summary>
    public static string? Create(TimelineEntry entry, MessageOptions options)
    {
        var sentences = options.Sentences;
        if (ReactionOutlook.For(entry, options.Reactions, options.Home) is not { } outlook)
            return null;
        if (outlook.Refusal is { } refusal)
            return Translations.Fill(sentences[TextKey.RefusedOutlook], ("refusal", sentences.Refusals[refusal]));
        var (key, target) = outlook.Target switch
        {
            ReactionTarget.Group group => (TextKey.ScaleOut, group.Name),
            ReactionTarget.Instance instance => (TextKey.ReplaceInstance, instance.Id),
            _ => (TextKey.UnnamedAction, outlook.Reaction),
        };
        var value = MessageFields.Value(target, SubjectLimits.LabelValue);
        return Translations.Fill(
            sentences[outlook.Mode is ReactionMode.Auto ? TextKey.AutoOutlook : TextKey.DryRunOutlook],
            ("action", Translations.Fill(sentences[key], ("target", value), ("reaction", value))));
    }
}
