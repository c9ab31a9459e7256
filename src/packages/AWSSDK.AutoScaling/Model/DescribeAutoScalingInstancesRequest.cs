namespace Amazon.AutoScaling.Model;

/// <summary>Which instances to tell of.</summary>
public class DescribeAutoScalingInstancesRequest : AmazonAutoScalingRequest
{
    /// <summary>At most 50 ids, or null for all instances of all groups.</summary>
    public List<string> InstanceIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The most instances on a page, up to 50, which is also what null means.</summary>
    public int? MaxRecords { get; set; }

    /// <summary>What the page before said; null for the first page.</summary>
    public string NextToken { get; set; }
}
