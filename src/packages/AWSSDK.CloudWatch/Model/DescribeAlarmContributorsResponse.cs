using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>One page of time series that are in state ALARM.</summary>
public class DescribeAlarmContributorsResponse : AmazonWebServiceResponse
{
    /// <summary>The time series; null when there is none.</summary>
    public List<AlarmContributor> AlarmContributors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Set when there is another page.</summary>
    public string NextToken { get; set; }
}
