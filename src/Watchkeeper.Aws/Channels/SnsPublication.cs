using System.Text;
using Amazon.SimpleNotificationService.Model;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// One publication to a topic, a phone or a device, within all limits of SNS. Used both to publish and to write publications to
/// a file.
/// </summary>
public sealed record SnsPublication
{
    /// <summary>
    /// The maximum bytes of body and attributes together (262,144; quotas of SNS). Usual publications are far smaller: SNS bills
    /// by 64 KB.
    /// </summary>
    public const int SizeLimit = 256 * 1024;

    private const string StringType = "String";

    private SnsPublication()
    {
    }

    /// <summary>The topic; null for a phone and for a device.</summary>
    public string? TopicArn { get; init; }

    /// <summary>The phone number in E.164 form; null for topics and devices.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The endpoint of a device; null for topics and phones.</summary>
    public string? EndpointArn { get; init; }

    /// <summary>The subject: ASCII, fewer than 100 characters. Empty for phones and devices.</summary>
    public string Subject { get; init; } = "";

    /// <summary>
    /// The text of an SMS; otherwise a JSON object of texts by protocol: <c>default</c> (JSON), <c>email</c>, <c>sms</c>,
    /// <c>https</c> (Amazon Q Developer) and push platforms.
    /// </summary>
    public required string Body { get; init; }

    /// <summary>The attributes that subscriptions filter by.</summary>
    public required LabelSet Attributes { get; init; }

    /// <summary>The group id for FIFO topics, which keeps the messages of one incident in order. Null for other topics.</summary>
    public string? GroupId { get; init; }

    /// <summary>
    /// The deduplication id for FIFO topics. SNS drops a repetition within five minutes. Null for other topics.
    /// </summary>
    public string? DeduplicationId { get; init; }

    /// <summary>Creates the publication of a message.</summary>
    /// <param name="message">The message, of any size.</param>
    /// <param name="topicArn">The topic. A name that ends with <c>.fifo</c> is a FIFO topic.</param>
    /// <param name="deduplicationKey">The key, equal for every attempt of one delivery.</param>
    /// <param name="isForWebhooks">Whether subscribers by HTTPS get the JSON for machines in place of the form for chats.</param>
    public static SnsPublication From(
        Message message, string topicArn, string deduplicationKey, bool isForWebhooks = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(topicArn);
        var isFifo = topicArn.EndsWith(".fifo", StringComparison.Ordinal);
        var incident = message.Attributes["incident"];
        return new SnsPublication
        {
            TopicArn = topicArn,
            Subject = SnsSubject.For(message),
            Body = SnsBody.Create(message, SizeLimit - SizeOf(message.Attributes), !isForWebhooks),
            Attributes = message.Attributes,
            GroupId = isFifo ? StableHash.Compute("group", incident) : null,
            DeduplicationId = isFifo ? StableHash.Compute(deduplicationKey) : null,
        };
    }

    /// <summary>Creates the publication of a message to one phone, as a transactional SMS, which is delivered first.</summary>
    public static SnsPublication ForPhone(Message message, string phoneNumber)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new SnsPublication
        {
            PhoneNumber = phoneNumber,
            Body = SnsBody.CreateSms(message),
            Attributes = LabelSet.Empty.With("AWS.SNS.SMS.SMSType", "Transactional"),
        };
    }

    /// <summary>Creates the publication of a message to one device.</summary>
    public static SnsPublication ForEndpoint(Message message, string endpointArn)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new SnsPublication
        {
            EndpointArn = endpointArn,
            Body = SnsBody.CreatePush(message),
            Attributes = LabelSet.Empty,
        };
    }

    /// <summary>Creates the publication of a message to a channel of SNS.</summary>
    /// <param name="channel">A topic, a phone or a device.</param>
    /// <param name="message">The message, of any size.</param>
    /// <param name="deduplicationKey">The key, equal for every attempt of one delivery.</param>
    /// <param name="webhookTopicArn">The topic whose subscribers by HTTPS get the JSON for machines; null for none.</param>
    public static SnsPublication For(
        Channel channel, Message message, string deduplicationKey, string? webhookTopicArn)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Kind switch
        {
            ChannelKind.Sms => ForPhone(message, channel.Address),
            ChannelKind.Push => ForEndpoint(message, channel.Address),
            _ => From(message, channel.Address, deduplicationKey, isForWebhooks: channel.Address == webhookTopicArn),
        };
    }

    /// <summary>Creates the request to publish.</summary>
    public PublishRequest ToRequest() => new(TopicArn, Body, Subject.Length > 0 ? Subject : null)
    {
        PhoneNumber = PhoneNumber,
        TargetArn = EndpointArn,
        MessageStructure = PhoneNumber is null ? "json" : null,
        MessageAttributes = Attributes.ToDictionary(
            attribute => attribute.Key,
            attribute => new MessageAttributeValue { DataType = StringType, StringValue = attribute.Value },
            StringComparer.Ordinal),
        MessageGroupId = GroupId,
        MessageDeduplicationId = DeduplicationId,
    };

    private static int SizeOf(LabelSet attributes) => attributes.Sum(attribute =>
        Encoding.UTF8.GetByteCount(attribute.Key) + StringType.Length + Encoding.UTF8.GetByteCount(attribute.Value));
}
