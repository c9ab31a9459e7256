using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>
/// What Amazon SES tells EventBridge of mails that it took («Monitoring SES events using Amazon EventBridge», and «Contents of event data»,
/// in its developer guide). It comes on a best-effort basis, out of order and more than once.
/// </summary>
public static class MailEvents
{
    /// <summary>Reads an event of EventBridge. Never throws.</summary>
    /// <param name="payload">The bytes that the function received.</param>
    /// <param name="now">The time, against which the event's own is checked.</param>
    public static MailParseResult Read(ReadOnlyMemory<byte> payload, DateTimeOffset now) => Total.Run<MailParseResult>(
        () => MailDocument.Read(JsonText.Parse(payload.Span, JsonPath.Root, "an event of Amazon SES"), now),
        rejected => new MailParseResult.Rejected(rejected.Path, rejected.Reason));
}
