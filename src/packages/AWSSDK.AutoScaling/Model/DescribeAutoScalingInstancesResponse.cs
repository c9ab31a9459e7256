using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>One page of instances.</summary>
public class DescribeAutoScalingInstancesResponse : AmazonWebServiceResponse
{
    /// <summary>The instances; null when there is none.</summary>
    public List<AutoScalingInstanceDetails> AutoScalingInstances { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Set when there is another page.</summary>
    public string NextToken { get; set; }
}
