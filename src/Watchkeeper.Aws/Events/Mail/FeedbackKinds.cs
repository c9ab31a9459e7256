using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>Which of SES's events tell that a mail did not arrive as it should.</summary>
internal static class FeedbackKinds
{
    /// <summary>The kind of an event by its <c>detail-type</c>; null for those that tell of nothing bad.</summary>
    public static FeedbackKind? From(string detailType) => detailType switch
    {
        "Email Bounced" => FeedbackKind.Bounce,
        "Email Complaint Received" => FeedbackKind.Complaint,
        "Email Rejected" => FeedbackKind.Reject,
        "Email Rendering Failed" => FeedbackKind.RenderingFailure,
        "Email Delivery Delayed" => FeedbackKind.Delay,
        _ => null,
    };
}
