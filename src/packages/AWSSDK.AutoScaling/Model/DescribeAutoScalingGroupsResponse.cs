using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>One page of groups.</summary>
public class DescribeAutoScalingGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>The groups; null when there is none.</summary>
    public List<AutoScalingGroup> AutoScalingGroups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Set when there is another page.</summary>
    public string NextToken { get; set; }
}
