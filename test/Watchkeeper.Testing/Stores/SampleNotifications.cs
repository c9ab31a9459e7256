using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;

namespace Watchkeeper.Testing.Stores;

/// <summary>Sample rows of the notification log.</summary>
public static class SampleNotifications
{
    /// <summary>The row of an opening without recipients.</summary>
    public static NotificationRecord Row(string alarm = "shop-order-cpu-high", int version = 1)
    {
        var slot = Orders.Opening(alarm).Apply(null);
        return new NotificationRecord
        {
            Entry = new TimelineEntry
            {
                Key = $"T#{version:D10}",
                Incident = slot.Incident!.Shown(),
                Transition = Transition.Opened,
                At = slot.Last.RecordedAt,
                Change = slot.Last,
            },
            Deliveries = [],
        };
    }

    /// <summary>The row of an opening with two pending deliveries: a topic and a mail address.</summary>
    public static NotificationRecord Pending(string alarm = "shop-order-cpu-high", int version = 1) => Row(alarm, version) with
    {
        Reason = NotificationReason.Notify,
        Deliveries =
        [
            To(new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:watchkeeper-NotificationTopic-1A2B3C4D5E6F")),
            To(new Channel(ChannelKind.Mail, "operations@shop.example.com", SendResolved: false)),
        ],
    };

    /// <summary>The row with every delivery sent.</summary>
    public static NotificationRecord Sent(NotificationRecord record) => With(record, Sent);

    /// <summary>The row with the topic's delivery sent and the mail's waiting for a retry.</summary>
    public static NotificationRecord Retrying(NotificationRecord record, DateTimeOffset at) => With(
        record, delivery => delivery.Channel.Kind is ChannelKind.Sns ? Sent(delivery) : Retrying(delivery, at));

    /// <summary>SES's feedback on the mail of such a row.</summary>
    public static Feedback Feedback(
        NotificationRecord record, FeedbackKind kind = FeedbackKind.Bounce, string id = "1", int minute = 0,
        string message = "mail-1")
    {
        ArgumentNullException.ThrowIfNull(record);
        var mail = record.Deliveries.FirstOrDefault(delivery => delivery.Channel.Kind is ChannelKind.Mail);
        return new Feedback
        {
            Kind = kind,
            Id = StableHash.Compute(id),
            Delivery = mail is null ? "" : record.KeyOf(mail),
            MessageId = message,
            At = Orders.Now(minute),
            Detail = "Permanent, General: smtp; 550 5.1.1 user unknown",
        };
    }

    private static Delivery Sent(Delivery delivery) => delivery with
    {
        Status = DeliveryStatus.Sent,
        Attempts = delivery.Attempts + 1,
        NextAttemptAt = null,
        Detail = delivery.Channel.Kind is ChannelKind.Sns
            ? "da41e39f-ea4d-435a-b922-c6aae3915ebe"
            : "01070193f0e1a2b3-4c5d6e7f-8091-a2b3-c4d5-e6f708192a3b-000000",
    };

    private static Delivery Retrying(Delivery delivery, DateTimeOffset at) => delivery with
    {
        Status = DeliveryStatus.Retrying,
        Attempts = delivery.Attempts + 1,
        Detail = "Throttling: Maximum sending rate exceeded.",
        NextAttemptAt = at,
    };

    private static NotificationRecord With(NotificationRecord record, Func<Delivery, Delivery> change) =>
        record with { Deliveries = [.. record.Deliveries.Select(change)] };

    private static Delivery To(Channel channel) =>
        new() { Receiver = "default", Channel = channel, Status = DeliveryStatus.Pending };
}
