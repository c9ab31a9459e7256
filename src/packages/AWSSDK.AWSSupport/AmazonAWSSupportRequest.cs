using Amazon.Runtime;

namespace Amazon.AWSSupport;

/// <summary>What all requests to AWS Support are.</summary>
public class AmazonAWSSupportRequest : AmazonWebServiceRequest
{
}
