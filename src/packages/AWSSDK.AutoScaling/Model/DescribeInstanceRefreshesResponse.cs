using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>One page of instance refreshes, the newest first.</summary>
public class DescribeInstanceRefreshesResponse : AmazonWebServiceResponse
{
    /// <summary>The refreshes; null when there is none.</summary>
    public List<InstanceRefresh> InstanceRefreshes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Set when there is another page.</summary>
    public string NextToken { get; set; }
}
