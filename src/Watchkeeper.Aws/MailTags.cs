using System.Globalization;
using System.Text;

namespace Watchkeeper.Aws;

/// <summary>
/// The message tags that map an SES mail event to its row in the notification log, and those by which an event destination of the
/// configuration set can choose or count. SES accepts only ASCII letters, digits, «_» and «-» in names and values, at most 256 of
/// them, and no empty value.
/// </summary>
internal static class MailTags
{
    /// <summary>The incident's id.</summary>
    public const string Incident = "watchkeeper-incident";

    /// <summary>The key of the timeline entry.</summary>
    public const string NotificationKey = "watchkeeper-notice";

    /// <summary>The delivery's key in the entry's row.</summary>
    public const string Delivery = "watchkeeper-delivery";

    /// <summary>The incident's severity in kebab case.</summary>
    public const string Severity = "watchkeeper-severity";

    /// <summary>What happened to the incident, in kebab case. A mail about a reaction has none.</summary>
    public const string Transition = "watchkeeper-transition";

    /// <summary>The receiver of the configuration.</summary>
    public const string Receiver = "watchkeeper-receiver";

    /// <summary>Maximum length of a value.</summary>
    public const int MaxLength = 256;

    /// <summary>
    /// Encodes a text as a tag's value. A character that SES refuses, and «_» itself, becomes «_» and two hexadecimal digits for
    /// each byte.
    /// </summary>
    public static string Encode(string text)
    {
        var value = new StringBuilder(text.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-')
                value.Append((char)octet);
            else
                value.Append(CultureInfo.InvariantCulture, $"_{octet:X2}");
        }

        return value.ToString();
    }

    /// <summary>Decodes a value; null if Watchkeeper did not encode it.</summary>
    public static string? Decode(string value)
    {
        var octets = new List<byte>(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] is not '_')
            {
                octets.Add((byte)value[at]);
                continue;
            }

            if (at + 2 >= value.Length
                || !byte.TryParse(
                    value.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                return null;
            }

            octets.Add(octet);
            at += 2;
        }

        var text = Encoding.UTF8.GetString([.. octets]);
        // A value that Encode would write differently comes from another sender.
        return text.Length > 0 && Encode(text) == value ? text : null;
    }
}
