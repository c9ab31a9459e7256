using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>
/// Reads the mail events of Amazon SES from EventBridge («Monitoring SES events using Amazon EventBridge», and «Contents of event
/// data», in its developer guide). Events are best effort, unordered, and may repeat.
/// </summary>
public static class MailEvents
{
    /// <summary>Reads an event of EventBridge. Never throws.</summary>
    /// <param name="payload">The payload's bytes.</param>
    /// <param name="now">The current time, which event times are checked against.</param>
    public static MailParseResult Read(ReadOnlyMemory<byte> payload, DateTimeOffset now) => Total.Run<MailParseResult>(
        () => MailDocument.Read(JsonText.Parse(payload.Span, JsonPath.Root, "an event of Amazon SES"), now),
        rejection => new MailParseResult.Rejected(rejection));
}
