using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>SNS has taken the message over and will deliver it.</summary>
public class PublishResponse : AmazonWebServiceResponse
{
    /// <summary>SNS's id of the message, at most 100 characters.</summary>
    public string MessageId { get; set; }

    /// <summary>FIFO topics only: a number of 128 bits that grows from message to message.</summary>
    public string SequenceNumber { get; set; }
}
