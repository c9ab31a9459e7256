using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>What an alarm's author says of it: «Customers get errors instead of order confirmations».</summary>
internal static class AlarmDescription
{
    // Bounds what each row of the alarm stores.
    private const int MaxLength = 120;

    private static readonly ImmutableArray<string> Keys = ["severity", "priority", "runbook_url", "runbook"];

    /// <summary>
    /// The description on one line, without declarations such as <c>severity=high</c> and <c>runbook: https://…</c>. Empty for
    /// JSON, which no person reads.
    /// </summary>
    public static string Words(string description)
    {
        var text = InertText.Line(description);
        if (text.StartsWith('{') || text.StartsWith("[{", StringComparison.Ordinal))
            return "";
        foreach (var key in Keys)
            text = Without(text, key);
        return InertText.Shorten(text.Trim().TrimEnd('.', ',', ';', '-', '|', ' '), MaxLength);
    }

    // The key, «=» or «:», and the value up to the next blank.
    private static string Without(string text, string key)
    {
        for (var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(key, at, StringComparison.OrdinalIgnoreCase))
        {
            var rest = text.AsSpan(at + key.Length).TrimStart();
            if (rest is not ['=' or ':', ..] || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_')))
            {
                at += key.Length;
                continue;
            }

            rest = rest[1..].TrimStart();
            var end = rest.IndexOf(' ');
            text = $"{text.AsSpan(0, at)}{(end < 0 ? "" : rest[(end + 1)..])}";
        }

        return text;
    }
}
