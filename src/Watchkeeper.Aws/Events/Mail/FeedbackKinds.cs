using System.Collections.Immutable;
using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>The event types of SES, and which of them report a delivery problem.</summary>
internal static class FeedbackKinds
{
    private static readonly (string DetailType, FeedbackKind? Kind)[] All =
    [
        ("Email Bounced", FeedbackKind.Bounce),
        ("Email Complaint Received", FeedbackKind.Complaint),
        ("Email Rejected", FeedbackKind.Reject),
        ("Email Rendering Failed", FeedbackKind.RenderingFailure),
        ("Email Delivery Delayed", FeedbackKind.Delay),
        ("Email Sent", null),
        ("Email Delivered", null),
        ("Email Opened", null),
        ("Email Clicked", null),
        ("Email Subscribed", null),
    ];

    /// <summary>The <c>detail-type</c> of every event.</summary>
    public static ImmutableArray<string> DetailTypes { get; } = [.. All.Select(type => type.DetailType)];

    /// <summary>The kind of an event by its <c>detail-type</c>; null for events without a problem.</summary>
    public static FeedbackKind? From(string detailType) => Array.Find(All, type => type.DetailType == detailType).Kind;
}
