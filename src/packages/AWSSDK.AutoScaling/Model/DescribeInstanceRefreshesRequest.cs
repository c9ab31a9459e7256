namespace Amazon.AutoScaling.Model;

/// <summary>Of which group, or which of its instance refreshes, to tell.</summary>
public class DescribeInstanceRefreshesRequest : AmazonAutoScalingRequest
{
    /// <summary>The group's name.</summary>
    public string AutoScalingGroupName { get; set; }

    /// <summary>Ids of refreshes, or null for all of the last six weeks.</summary>
    public List<string> InstanceRefreshIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The most refreshes on a page, up to 100; null is 50.</summary>
    public int? MaxRecords { get; set; }

    /// <summary>What the page before said; null for the first page.</summary>
    public string NextToken { get; set; }
}
