using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Watchkeeper.Cli.Embedded;

/// <summary>A CloudWatch client that makes no network calls: it returns the alarms of a file by name.</summary>
internal sealed class AlarmsFileClient(DescribeAlarmsResponse alarms)
    : AmazonCloudWatchClient(new BasicAWSCredentials("local", "local"), RegionEndpoint.USEast1)
{
    /// <summary>The names of all alarms.</summary>
    public IReadOnlyCollection<string> Names { get; } =
    [
        .. alarms.MetricAlarms.Select(alarm => alarm.AlarmName),
        .. alarms.CompositeAlarms.Select(alarm => alarm.AlarmName),
        .. alarms.LogAlarms.Select(alarm => alarm.AlarmName),
    ];

    /// <inheritdoc/>
    public override Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request, CancellationToken cancellationToken = default)
    {
        var page = new DescribeAlarmsResponse
        {
            MetricAlarms = [.. alarms.MetricAlarms.Where(alarm => request.AlarmNames.Contains(alarm.AlarmName))],
            CompositeAlarms = [.. alarms.CompositeAlarms.Where(alarm => request.AlarmNames.Contains(alarm.AlarmName))],
            LogAlarms = [.. alarms.LogAlarms.Where(alarm => request.AlarmNames.Contains(alarm.AlarmName))],
        };
        return Task.FromResult(page);
    }
}
