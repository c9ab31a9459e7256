using MimeKit;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Tests.Mime;

/// <summary>Mails as the product composes them, and as a mail program reads them.</summary>
internal static class Mails
{
    public const string Incident = "inc-6924068912ab34cd56ef";

    /// <summary>The opening time, with which the incident's id begins.</summary>
    public static readonly DateTimeOffset Began = DateTimeOffset.FromUnixTimeSeconds(0x69240689);

    public static MimeMail Create(string subject = "order-cpu", bool isOpening = true, string incident = Incident) => new()
    {
        From = new Mailbox("Watchkeeper", "watchkeeper@shop.example"),
        To = new Mailbox("", "ops@shop.example"),
        Subject = subject,
        Text = "What: order-cpu\n",
        Html = "<p>order-cpu</p>\n",
        Thread = new MessageThread
        {
            Incident = incident,
            At = isOpening ? Began : Began.AddMinutes(20),
            IsOpening = isOpening,
        },
    };

    public static MimeMessage Read(this MimeMail mail) => MimeMessage.Load(new MemoryStream(mail.ToBytes()));
}
