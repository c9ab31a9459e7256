using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>What all requests to Amazon SNS are.</summary>
public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest
{
}
