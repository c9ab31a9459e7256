using System.Globalization;
using Watchkeeper.Notification;

namespace Watchkeeper.Simulation.Workload;

/// <summary>Events in the format of SES («Contents of event data» in its developer guide), each with a unique text.</summary>
internal static class MailShapes
{
    public static string Event(FeedbackKind kind, string id, string messageId, string tags, DateTimeOffset at)
    {
        var (type, detail) = kind switch
        {
            FeedbackKind.Bounce => ("Email Bounced",
                """{"eventType":"Bounce","bounce":"""
                    + $$"""{"feedbackId":"fb-{{id}}","bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":["""
                    + $$"""{"emailAddress":"x","diagnosticCode":"{{Detail(id)}}"}]},"""),
            FeedbackKind.Complaint => ("Email Complaint Received",
                """{"eventType":"Complaint","complaint":"""
                    + $$"""{"feedbackId":"fb-{{id}}","complaintFeedbackType":"{{Detail(id)}}","complaintSubType":null},"""),
            FeedbackKind.Reject => ("Email Rejected", $$"""{"eventType":"Reject","reject":{"reason":"{{Detail(id)}}"},"""),
            _ => ("Email Delivery Delayed",
                """{"eventType":"DeliveryDelay","deliveryDelay":"""
                    + $$"""{"delayType":"General","timestamp":"{{Second(at)}}","delayedRecipients":["""
                    + $$"""{"emailAddress":"x","diagnosticCode":"{{Detail(id)}}"}]},"""),
        };
        return $$"""
            {"version":"0","id":"{{id}}","detail-type":"{{type}}","source":"aws.ses","account":"{{Shapes.Account}}",
            "time":"{{Second(at)}}","region":"{{Shapes.Region}}","resources":[],"detail":{{detail}}"mail":
            {"messageId":"{{messageId}}","destination":["x"],"tags":{{tags}} } } }
            """;
    }

    /// <summary>A text that no other event has.</summary>
    public static string Detail(string id) => $"550 user unknown ({id})";

    private static string Second(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
