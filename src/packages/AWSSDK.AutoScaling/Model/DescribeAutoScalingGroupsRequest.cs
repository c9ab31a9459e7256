namespace Amazon.AutoScaling.Model;

/// <summary>Which groups to tell of: all, those named, or those that pass the filters.</summary>
public class DescribeAutoScalingGroupsRequest : AmazonAutoScalingRequest
{
    /// <summary>At most 50 names, or null for all groups.</summary>
    public List<string> AutoScalingGroupNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>All of them must pass.</summary>
    public List<Filter> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Whether each group's instances are told too; null is true.</summary>
    public bool? IncludeInstances { get; set; }

    /// <summary>The most groups on a page, up to 100; null is 50.</summary>
    public int? MaxRecords { get; set; }

    /// <summary>What the page before said; null for the first page.</summary>
    public string NextToken { get; set; }
}
