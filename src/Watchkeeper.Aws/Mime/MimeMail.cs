using System.Buffers;
using System.Globalization;
using System.Text;
using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Mime;

/// <summary>
/// One mail in the format of RFC 5322 and MIME: text, and HTML beside it. Its headers put all mails of an incident into one
/// conversation:
/// <list type="bullet">
/// <item>Gmail wants the same subject, and References that «consistently refer to the same message ID» or to an id seen before
/// (Google Workspace Updates, 29 March 2019). Every mail refers to an id of the incident's own, its anchor, which no mail has.
/// That also keeps two incidents with one subject apart.</item>
/// <item>Apple Mail, Thunderbird and others follow References and In-Reply-To, which name the first mail once its id is
/// known.</item>
/// <item>Outlook and Exchange follow Thread-Index and Thread-Topic.</item>
/// </list>
/// </summary>
public sealed record MimeMail
{
    /// <summary>The sender. Its domain is that of the anchor.</summary>
    public required Mailbox From { get; init; }

    /// <summary>The recipient.</summary>
    public required Mailbox To { get; init; }

    /// <summary>The subject, the same for all mails of a conversation.</summary>
    public required string Subject { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML document; empty for a mail of text alone.</summary>
    public required string Html { get; init; }

    /// <summary>The conversation.</summary>
    public required MessageThread Thread { get; init; }

    /// <summary>The receiver of the configuration; empty if none is known.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>The Message-ID of the conversation's first mail, without angle brackets; null if unknown.</summary>
    public string? RootMessageId { get; init; }

    /// <summary>The mail's own Message-ID, without angle brackets; null if the service that sends it makes one.</summary>
    public string? MessageId { get; init; }

    /// <summary>The date; null if the service that sends the mail writes it.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The bytes of the mail. Equal mails have equal bytes. No line is longer than 998 characters.</summary>
    public byte[] ToBytes()
    {
        var output = new ArrayBufferWriter<byte>(Text.Length + Html.Length + 2048);
        // Neither encoding of a part can produce «=_».
        var boundary = $"=_{StableHash.Compute("boundary", Thread.Incident, To.Address)}";
        Ascii(output, $"{Headers(boundary)}\r\n--{boundary}\r\n");
        EncodedPart.Write(output, "text/plain", Text);
        if (Html.Length > 0)
        {
            Ascii(output, $"--{boundary}\r\n");
            EncodedPart.Write(output, "text/html", Html);
        }

        Ascii(output, $"--{boundary}--\r\n");
        return output.WrittenSpan.ToArray();
    }

    private HeaderBlock Headers(string boundary)
    {
        var headers = new HeaderBlock().AddMailbox("From", From).AddMailbox("To", To).AddText("Subject", Subject);
        if (Date is { } date)
            headers.Add("Date", date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Zone(date.Offset));
        if (MessageId is { } id)
            headers.Add("Message-ID", $"<{id}>");
        if (RootMessageId is { } root)
            headers.Add("In-Reply-To", $"<{root}>");
        string[] references = [.. new[] { Anchor(), RootMessageId }.OfType<string>().Select(each => $"<{each}>")];
        if (references.Length > 0)
            headers.Add("References", string.Join(' ', references));
        if (Receiver.Length > 0)
            headers.AddList(Receiver, ListId.Create(Receiver, From));
        return headers
            .AddText("Thread-Topic", Subject)
            .Add("Thread-Index", ThreadIndex.Write(Thread))
            // RFC 3834 and [MS-OXCMAIL] 2.1.3.2.20: no vacation notice and no receipt, but bounces.
            .Add("Auto-Submitted", "auto-generated")
            .Add("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply")
            .Add("MIME-Version", "1.0")
            .Add("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
    }

    private string? Anchor()
    {
        var incident = string.Concat(Thread.Incident.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-'));
        return incident.Length == 0 ? null : $"{incident}@{From.Domain}";
    }

    private static string Zone(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    private static void Ascii(ArrayBufferWriter<byte> output, string text) => Encoding.ASCII.GetBytes(text, output);
}
