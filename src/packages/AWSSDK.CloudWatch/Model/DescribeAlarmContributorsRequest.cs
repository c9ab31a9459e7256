namespace Amazon.CloudWatch.Model;

/// <summary>Whose time series to tell of.</summary>
public class DescribeAlarmContributorsRequest : AmazonCloudWatchRequest
{
    /// <summary>The alarm's name.</summary>
    public string AlarmName { get; set; }

    /// <summary>What the page before said; null for the first page.</summary>
    public string NextToken { get; set; }
}
