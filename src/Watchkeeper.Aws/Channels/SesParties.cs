using System.Buffers;
using System.Text.RegularExpressions;
using Amazon.SimpleEmail.Model;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// Finds the refused parties in «Email address is not verified. The following identities failed the check in region …: …».
/// Reports only the mail's own sender and recipient: any other address does not belong in the notification log.
/// </summary>
internal static partial class SesParties
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,;<>\"");

    /// <summary>
    /// Explains what to change. Outside the sandbox only the sender must be verified, so an unverified recipient means that the
    /// account is in the sandbox.
    /// </summary>
    public static string NotVerified(string words, SendRawEmailRequest request)
    {
        var named = Words(words);
        var (sender, recipient) = (request.Source, request.Destinations[0]);
        var region = Region().Match(words) is { Success: true } found
            ? found.Groups["region"].Value.ToLowerInvariant()
            : "this region";
        return named.Contains(sender) || named.Contains(sender[(sender.IndexOf('@', StringComparison.Ordinal) + 1)..])
            ? $"the sender {sender} is not verified in {region}: confirm the mail that SES sent to it, "
                + "or publish its domain's DKIM records; while SES is in its sandbox there, every recipient must be verified too"
            : named.Contains(recipient)
                ? $"SES is in its sandbox in {region}, where every recipient must be verified, and {recipient} is not: "
                    + "verify it there, or ask for production access"
                : $"an address is not verified in {region}; verify the sender, and in the SES sandbox every recipient too";
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny(Separators);
            words.Add((end < 0 ? rest : rest[..end]).TrimEnd('.').ToString());
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return words;
    }

    [GeneratedRegex("in region (?<region>[A-Za-z0-9-]{1,32})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Region();
}
