namespace Amazon.CloudWatch.Model;

/// <summary>Which alarms to tell of.</summary>
public class DescribeAlarmsRequest : AmazonCloudWatchRequest
{
    /// <summary>At most 100 names, or null for all alarms.</summary>
    public List<string> AlarmNames { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The <see cref="AlarmType"/>s to tell of; null is metric alarms alone.</summary>
    public List<string> AlarmTypes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The most alarms on a page, up to 100; null is 50.</summary>
    public int? MaxRecords { get; set; }

    /// <summary>What the page before said; null for the first page.</summary>
    public string NextToken { get; set; }

    /// <summary>The state that they must be in; null for any.</summary>
    public StateValue StateValue { get; set; }
}
