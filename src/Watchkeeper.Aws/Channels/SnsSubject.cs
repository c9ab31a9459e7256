using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// Creates a subject that SNS accepts: ASCII, no line breaks or control characters, fewer than 100 characters, and a letter,
/// digit or punctuation mark first (API reference, Publish).
/// </summary>
internal static class SnsSubject
{
    public const int Limit = 99;

    /// <summary>
    /// Returns the message's headline if ASCII, or else its English one; both are shortened with «...». If what is wrong is named
    /// with other letters, severity and transition stand before the incident's id.
    /// </summary>
    public static string For(Message message)
    {
        foreach (var headline in (string[])[message.Headline, message.EnglishHeadline])
        {
            var own = headline.Replace("…", "...", StringComparison.Ordinal);
            if (IsTaken(own))
                return Shorten(own);
        }

        return Shorten(Substitute(message));
    }

    private static string Substitute(Message message)
    {
        var severity = message.Attributes["severity"];
        var transition = message.Attributes["transition"];
        var incident = message.Attributes["incident"];
        var name = message.Attributes["name"];
        string[] parts =
        [
            severity.Length > 0 && IsTaken(severity) ? $"[{severity.ToUpperInvariant()}]" : "",
            IsTaken(transition) ? transition : "",
            "Watchkeeper:",
            IsTaken(incident) ? incident : "",
            IsTaken(name) ? name : "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0)).TrimEnd(':');
    }

    private static bool IsTaken(string text)
    {
        if (text.Length == 0 || text[0] == ' ')
            return false;
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return true;
    }

    private static string Shorten(string text) => text.Length <= Limit ? text : string.Concat(text.AsSpan(0, Limit - 3), "...");
}
