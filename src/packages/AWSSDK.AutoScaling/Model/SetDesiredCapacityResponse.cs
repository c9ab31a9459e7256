using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>The number is taken; the instances come and go later.</summary>
public class SetDesiredCapacityResponse : AmazonWebServiceResponse
{
}
