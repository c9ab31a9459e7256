using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>What all requests to Amazon EC2 Auto Scaling are.</summary>
public class AmazonAutoScalingRequest : AmazonWebServiceRequest
{
}
