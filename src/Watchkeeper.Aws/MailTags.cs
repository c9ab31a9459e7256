using System.Globalization;
using System.Text;

namespace Watchkeeper.Aws;

/// <summary>
/// The message tags by which an event of SES finds the row of the send log that it is about. SES takes names and values of ASCII letters,
/// digits, «_» and «-» alone, at most 256 of them.
/// </summary>
internal static class MailTags
{
    /// <summary>The incident's id.</summary>
    public const string Incident = "watchkeeper-incident";

    /// <summary>The notice's key in its timeline.</summary>
    public const string Notice = "watchkeeper-notice";

    /// <summary>The delivery's key in the notice's row.</summary>
    public const string Delivery = "watchkeeper-delivery";

    /// <summary>A text as a tag's value: what SES does not take, and «_» itself, is written as «_» and the two digits of each byte.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
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

    /// <summary>The text that a value was made of; null where it was made by another.</summary>
    public static string? Decode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var octets = new List<byte>(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] is not '_')
            {
                octets.Add((byte)value[at]);
                continue;
            }

            if (at + 2 >= value.Length
                || !byte.TryParse(value.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
                return null;
            octets.Add(octet);
            at += 2;
        }

        var text = Encoding.UTF8.GetString([.. octets]);
        // What Encode would not have written so is another's.
        return text.Length > 0 && Encode(text) == value ? text : null;
    }
}
