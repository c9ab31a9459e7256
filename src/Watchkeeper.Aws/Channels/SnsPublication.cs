using System.Text;
using Amazon.SimpleNotificationService.Model;
using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Channels;

/// <summary>One publication to a topic, within all limits of SNS. Whoever publishes for real or into a file takes it from here.</summary>
public sealed record SnsPublication
{
    /// <summary>
    /// Most bytes of body and attributes together (262,144; quotas of SNS). In the common case there are far fewer: SNS bills
    /// by 64 KB.
    /// </summary>
    public const int SizeLimit = 256 * 1024;

    private const string StringType = "String";

    private SnsPublication()
    {
    }

    /// <summary>The topic.</summary>
    public required string TopicArn { get; init; }

    /// <summary>ASCII, fewer than 100 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>A JSON object of texts by protocol: <c>default</c> (JSON), <c>email</c> and <c>sms</c>.</summary>
    public required string Body { get; init; }

    /// <summary>What subscriptions filter by.</summary>
    public required LabelSet Attributes { get; init; }

    /// <summary>For FIFO topics: messages of one incident stay in order. Null for others.</summary>
    public string? GroupId { get; init; }

    /// <summary>For FIFO topics: a repetition within five minutes is dropped. Null for others.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>The publication of a message.</summary>
    /// <param name="message">The message, of any size.</param>
    /// <param name="topicArn">The topic; one whose name ends with <c>.fifo</c> is a FIFO topic.</param>
    /// <param name="deduplicationKey">Equal for every try of one delivery.</param>
    public static SnsPublication From(Message message, string topicArn, string deduplicationKey)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(topicArn);
        var isFifo = topicArn.EndsWith(".fifo", StringComparison.Ordinal);
        var incident = message.Attributes["incident"];
        return new SnsPublication
        {
            TopicArn = topicArn,
            Subject = SnsSubject.For(message),
            Body = SnsBody.Create(message, SizeLimit - SizeOf(message.Attributes)),
            Attributes = message.Attributes,
            GroupId = isFifo ? StableHash.Compute("group", incident) : null,
            DeduplicationId = isFifo ? StableHash.Compute(deduplicationKey) : null,
        };
    }

    /// <summary>The request that publishes it.</summary>
    public PublishRequest ToRequest() => new(TopicArn, Body, Subject)
    {
        MessageStructure = "json",
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
