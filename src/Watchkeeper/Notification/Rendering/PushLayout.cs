using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// The text of a notification on a phone, below its title, which is the headline: since when and where, with the short id that
/// the command line takes, then what happened beyond the headline, what to do, and what is done by itself.
/// </summary>
internal static class PushLayout
{
    /// <summary>Maximum length in UTF-16 code units. Phones show less, and both platforms take 4 KB.</summary>
    public const int MaxLength = 600;

    public static string Render(MessageContent content)
    {
        var time = $"{content.TimeAndPlace} #{IncidentNames.Abbreviate(content.Incident)}";
        var lines = new[] { time, content.Lead, content.Advice, content.Reaction }.Where(line => line.Length > 0);
        return InertText.Shorten(string.Join('\n', lines), MaxLength);
    }
}
