using System.Collections.Immutable;
using Watchkeeper.Notification.Links;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Rendering;

/// <summary>An https address and its name.</summary>
/// <param name="Target">The page in AWS's console; null for the runbook.</param>
/// <param name="Name">The name.</param>
/// <param name="Address">The address.</param>
internal sealed record MessageLink(LinkTarget? Target, string Name, string Address);

/// <summary>The addresses of a message: at most two to open first, and the rest.</summary>
internal static class MessageLinks
{
    private const int MaxFirst = 2;

    /// <summary>The source's own page first, then the runbook, then the resource.</summary>
    public static (ImmutableArray<MessageLink> First, ImmutableArray<MessageLink> More) Create(
        TimelineEntry entry, Translations sentences)
    {
        var all = ConsoleLinks.For(entry)
            .Select(link => new MessageLink(link.Target, sentences.Links[link.Target], link.Address)).ToList();
        if (RunbookLink.From(entry.Incident.Subject.Runbook) is { } runbook)
            all.Insert(Math.Min(1, all.Count), new MessageLink(null, sentences[TextKey.Runbook], runbook));
        return ([.. all.Take(MaxFirst)], [.. all.Skip(MaxFirst)]);
    }
}
