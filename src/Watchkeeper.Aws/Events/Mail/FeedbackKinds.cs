using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>Selects the SES events that report a delivery problem.</summary>
internal static class FeedbackKinds
{
    /// <summary>The kind of an event by its <c>detail-type</c>; null for events without a problem.</summary>
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
