using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>One page of alarms.</summary>
public class DescribeAlarmsResponse : AmazonWebServiceResponse
{
    /// <summary>The composite alarms; null when there is none.</summary>
    public List<CompositeAlarm> CompositeAlarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The log alarms; null when there is none.</summary>
    public List<LogAlarm> LogAlarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The metric alarms; null when there is none.</summary>
    public List<MetricAlarm> MetricAlarms { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Set when there is another page.</summary>
    public string NextToken { get; set; }
}
