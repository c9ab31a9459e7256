using System.Collections.Immutable;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Channels.Pagerduty;

/// <summary>
/// The details of an event, by name: first those with stable names, by which PagerDuty's rules choose, then those for people. A
/// name stands once, and event text cannot take a stable one.
/// </summary>
internal static class PagerdutyDetails
{
    /// <summary>The details, the most important first.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Create(Message message)
    {
        var content = message.Content;
        var details = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in message.Attributes)
            Add(name, value);
        Add("timing", content.TimeAndPlace);
        Add("lead", content.Lead);
        Add("reactionNote", content.Reaction);
        foreach (var line in MessageLines.Create(content, hasButtons: true).OrderBy(line => line.Rank))
            Add(line.Label, line.Value);
        Add("footer", content.Footer);
        return details.ToImmutable();

        void Add(string name, string value)
        {
            if (name.Length > 0 && value.Length > 0 && names.Add(name))
                details.Add(KeyValuePair.Create(name, value));
        }
    }
}
