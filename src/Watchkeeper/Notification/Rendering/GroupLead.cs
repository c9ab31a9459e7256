using System.Globalization;
using Watchkeeper.Grouping;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Says in one sentence of which others a message tells, the worst by name.</summary>
internal static class GroupLead
{
    // A chat shows a few lines before it folds a message.
    private const int MaxNamed = 10;
    private const int MaxTitle = 80;

    /// <summary>The sentence; empty for an incident alone.</summary>
    public static string Create(GroupedMessage? others, Translations sentences)
    {
        if (others is null)
            return "";
        var named = others.Named.Take(MaxNamed).Select(member => Name(member, sentences)).ToList();
        var further = others.Firing + others.Over - named.Count;
        if (further > 0)
            named.Add(Translations.Fill(sentences[TextKey.GroupedFurther], ("count", Number(further))));
        return Translations.Fill(
            sentences[others.IsCapped ? TextKey.StormLead : TextKey.GroupedLead],
            ("count", Number(others.Firing + others.Over)), ("members", string.Join("; ", named))) + sentences.Acts.Gap;
    }

    private static string Name(GroupMember member, Translations sentences)
    {
        var title = InertText.Shorten(InertText.Line(member.Title), MaxTitle);
        return member.IsOver ? Translations.Fill(sentences[TextKey.GroupedOver], ("what", title)) : title;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
