namespace Amazon.SimpleNotificationService.Model;

/// <summary>A message and where it goes: exactly one of topic, target and phone number.</summary>
public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>Nothing set.</summary>
    public PublishRequest()
    {
    }

    /// <summary>A message to a topic.</summary>
    public PublishRequest(string topicArn, string message)
    {
        TopicArn = topicArn;
        Message = message;
    }

    /// <summary>A message with a subject to a topic.</summary>
    public PublishRequest(string topicArn, string message, string subject)
        : this(topicArn, message) => Subject = subject;

    /// <summary>The message: at most 256 KB of UTF-8; as SMS at most 1,600 bytes.</summary>
    public string Message { get; set; }

    /// <summary>Attributes that subscriptions can be filtered by; their names and values count towards the 256 KB.</summary>
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>FIFO topics only: messages with one id within five minutes are one message.</summary>
    public string MessageDeduplicationId { get; set; }

    /// <summary>Messages of one group are delivered in order; FIFO topics want it.</summary>
    public string MessageGroupId { get; set; }

    /// <summary>
    /// <c>json</c> when the message is an object with a text for each protocol and a <c>default</c>; otherwise null.
    /// </summary>
    public string MessageStructure { get; set; }

    /// <summary>A phone number in E.164 form, which gets an SMS.</summary>
    public string PhoneNumber { get; set; }

    /// <summary>The subject of mails: ASCII without line breaks, at most 100 characters.</summary>
    public string Subject { get; set; }

    /// <summary>The ARN of a mobile endpoint, or of a topic.</summary>
    public string TargetArn { get; set; }

    /// <summary>The topic's ARN.</summary>
    public string TopicArn { get; set; }
}
