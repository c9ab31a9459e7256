using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>SES's details of one kind of feedback.</summary>
/// <param name="Text">SES's own text.</param>
/// <param name="Id">The id that distinguishes this feedback from others of the same kind about the same mail.</param>
/// <param name="IsNoFailure">Whether the feedback turns out to be no failure.</param>
internal readonly record struct FeedbackWords(string Text, string Id, bool IsNoFailure = false)
{
    /// <summary>Reads the part of the detail that belongs to the kind.</summary>
    public static FeedbackWords Read(FeedbackKind kind, JsonCursor detail) => kind switch
    {
        FeedbackKind.Bounce => Bounce(detail.Member("bounce").Object("what SES says of the bounce")),
        FeedbackKind.Complaint => Complaint(detail.Member("complaint").Object("what SES says of the complaint")),
        FeedbackKind.Reject => new(
            detail.Member("reject").Object("what SES says of the rejection").Member("reason").Text("SES's reason"), ""),
        FeedbackKind.RenderingFailure => new(
            detail.Member("failure").Object("what SES says of the failure").Member("errorMessage").Text("SES's error message"),
            ""),
        _ => Delay(detail.Member("deliveryDelay").Object("what SES says of the delay")),
    };

    private static FeedbackWords Bounce(JsonCursor bounce)
    {
        var type = bounce.Member("bounceType").Text("the bounce's type");
        return new FeedbackWords(
            Join(
                ": ",
                Join(", ", type, bounce.Element.Text("bounceSubType")),
                Diagnosis(bounce.Element.Get("bouncedRecipients"))),
            bounce.Element.Text("feedbackId"));
    }

    private static FeedbackWords Complaint(JsonCursor complaint)
    {
        var type = complaint.Element.Text("complaintFeedbackType");
        return new FeedbackWords(
            Join(", ", type.Length > 0 ? type : "no type given", complaint.Element.Text("complaintSubType")),
            complaint.Element.Text("feedbackId"),
            // «not-spam» withdraws a complaint.
            type == "not-spam");
    }

    private static FeedbackWords Delay(JsonCursor delay)
    {
        var until = AwsTime.Parse(delay.Element.Text("expirationTime"));
        return new FeedbackWords(
            Join(
                ": ", delay.Member("delayType").Text("the delay's type"), Diagnosis(delay.Element.Get("delayedRecipients")),
                until is { } time ? $"SES tries until {time.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : ""),
            delay.Element.Text("timestamp"));
    }

    // Each mail has one recipient. If a mailing list expands to several, only the first is read.
    private static string Diagnosis(JsonElement recipients) => recipients.Items()
        .Select(recipient => recipient.Text("diagnosticCode") is { Length: > 0 } words
            ? WithoutAddress(words, recipient.Text("emailAddress"))
            : recipient.Text("status"))
        .FirstOrDefault(words => words.Length > 0, "");

    // The delivery names its address, which may be a reference to a secret: the words must not say what it stands for.
    private static string WithoutAddress(string words, string address) =>
        address.Length > 0 ? words.Replace(address, "the recipient", StringComparison.OrdinalIgnoreCase) : words;

    private static string Join(string between, params ReadOnlySpan<string> parts) =>
        string.Join(between, parts.ToArray().Where(part => part.Length > 0));
}
