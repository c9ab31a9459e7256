using System.Text;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Mime;

/// <summary>
/// The header List-Id (RFC 2919), by which mail programs sort the mails of one receiver of the configuration whatever they are
/// about: <c>orders &lt;orders.watchkeeper.shop.example&gt;</c>. It changes neither with the incident nor with the language.
/// </summary>
internal static class ListId
{
    private const int MaxLabel = 40;
    private const int HashLength = 8;

    /// <summary>The id, without angle brackets.</summary>
    /// <param name="receiver">The receiver's name.</param>
    /// <param name="sender">The sender, whose domain the id is in.</param>
    public static string Create(string receiver, Mailbox sender) => $"{Label(receiver)}.watchkeeper.{sender.Domain}";

    // A name with other characters than a label may have keeps a hash of its own, so that no two names are one list.
    private static string Label(string receiver)
    {
        var label = new StringBuilder(receiver.Length);
        foreach (var sign in receiver)
        {
            if (char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
                label.Append(sign);
        }

        if (label.Length == receiver.Length && label.Length <= MaxLabel)
            return label.ToString();
        var begin = label.ToString(0, Math.Min(label.Length, MaxLabel));
        return $"{begin}-{StableHash.Compute("list", receiver)[..HashLength]}".TrimStart('-');
    }
}
