using System.Text.RegularExpressions;
using MimeKit;

namespace Watchkeeper.Testing;

/// <summary>How mail programs decide whether two mails belong to one conversation, as far as their vendors document it.</summary>
public static partial class MailConversation
{
    private const int ThreadIndexHeader = 22;

    /// <summary>
    /// Gmail: the same subject apart from «Re:» and «Fwd:», and References that name the earlier mail, one that it names, or the
    /// same id as its own («Threading changes in Gmail conversation view», Google Workspace Updates, 29 March 2019).
    /// </summary>
    public static bool IsOneInGmail(MimeMessage earlier, MimeMessage later) =>
        SubjectOf(earlier.Subject) == SubjectOf(later.Subject) && later.References.Any(Ids(earlier).Contains);

    /// <summary>
    /// Outlook and Exchange: Thread-Index begins with the same 22 bytes and goes on in steps of 5 ([MS-OXOMSG] 2.2.1.3), and
    /// Thread-Topic is the same ([MS-OXOMSG] 2.2.1.5).
    /// </summary>
    public static bool IsOneInOutlook(MimeMessage earlier, MimeMessage later)
    {
        var (one, other) = (ThreadIndexOf(earlier), ThreadIndexOf(later));
        return (one.Length - ThreadIndexHeader) % 5 == 0 && (other.Length - ThreadIndexHeader) % 5 == 0
            && one.AsSpan(0, ThreadIndexHeader).SequenceEqual(other.AsSpan(0, ThreadIndexHeader))
            && earlier.Headers["Thread-Topic"] == later.Headers["Thread-Topic"];
    }

    /// <summary>
    /// Apple Mail, Thunderbird, mutt: References and In-Reply-To lead to the earlier mail, or to a mail that both name, whether
    /// it is there or not (RFC 5256, 3, «REFERENCES»).
    /// </summary>
    public static bool IsOneByReferences(MimeMessage earlier, MimeMessage later) =>
        later.References.Append(later.InReplyTo ?? "").Any(Ids(earlier).Contains);

    /// <summary>Whether all of these programs show one conversation.</summary>
    public static bool IsOne(MimeMessage earlier, MimeMessage later) =>
        IsOneInGmail(earlier, later) && IsOneInOutlook(earlier, later) && IsOneByReferences(earlier, later);

    /// <summary>Whether any of these programs shows one conversation.</summary>
    public static bool IsOneAnywhere(MimeMessage earlier, MimeMessage later) =>
        IsOneInGmail(earlier, later) || IsOneInOutlook(earlier, later) || IsOneByReferences(earlier, later);

    private static HashSet<string> Ids(MimeMessage mail) => [.. mail.References, mail.MessageId ?? "no id"];

    private static byte[] ThreadIndexOf(MimeMessage mail) => Convert.FromBase64String(mail.Headers["Thread-Index"] ?? "");

    private static string SubjectOf(string? subject) => Prefixes().Replace(subject ?? "", "").Trim();

    [GeneratedRegex(@"^(\s*(re|fwd?)\s*:)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prefixes();
}
