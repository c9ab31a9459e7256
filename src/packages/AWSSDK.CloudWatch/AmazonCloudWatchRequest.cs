using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>What all requests to Amazon CloudWatch are.</summary>
public class AmazonCloudWatchRequest : AmazonWebServiceRequest
{
}
