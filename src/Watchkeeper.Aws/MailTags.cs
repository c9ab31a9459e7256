using System.Globalization;
using System.Text;

namespace Watchkeeper.Aws;

/// <summary>
/// The message tags that map an SES mail event to its row in the notification log. SES accepts only ASCII letters, digits, «_»
/// and «-» in names and values, at most 256 of them.
/// </summary>
internal static class MailTags
{
    /// <summary>The incident's id.</summary>
    public const string Incident = "watchkeeper-incident";

    /// <summary>The key of the timeline entry.</summary>
    public const string NotificationKey = "watchkeeper-notice";

    /// <summary>The delivery's key in the entry's row.</summary>
    public const string Delivery = "watchkeeper-delivery";

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
                return null;
            octets.Add(octet);
            at += 2;
        }

        var text = Encoding.UTF8.GetString([.. octets]);
        // A value that Encode would write differently comes from another sender.
        return text.Length > 0 && Encode(text) == value ? text : null;
    }
}
