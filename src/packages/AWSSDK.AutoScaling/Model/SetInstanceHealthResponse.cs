using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>The group knows; a replacement comes later.</summary>
public class SetInstanceHealthResponse : AmazonWebServiceResponse
{
}
