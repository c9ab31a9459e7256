using System.Globalization;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Watchkeeper.Benchmarks.World;

/// <summary>CloudWatch with a number of alarms; counts its requests.</summary>
internal sealed class CountedCloudWatch(int alarms, DateTimeOffset since) : IAmazonCloudWatch
{
    /// <summary>The state of all alarms.</summary>
    public StateValue State { get; set; } = StateValue.ALARM;

    /// <summary>The requests so far.</summary>
    public int Requests { get; set; }

    public IClientConfig Config => throw new NotSupportedException();

    public Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request, CancellationToken cancellationToken = default)
    {
        Requests++;
        var from = request.NextToken is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        var names = request.StateValue is { } state
            ? state == State ? Enumerable.Range(0, alarms).Select(Name) : []
            : request.AlarmNames;
        var page = names.Skip(from).Take((request.MaxRecords ?? 50) + 1).ToList();
        var isLast = page.Count <= request.MaxRecords;
        return Task.FromResult(new DescribeAlarmsResponse
        {
            MetricAlarms = [.. page.Take(request.MaxRecords ?? 50).Select(Alarm)],
            NextToken = isLast ? null : (from + page.Count - 1).ToString(CultureInfo.InvariantCulture),
        });
    }

    public Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default) =>
        DescribeAlarmsAsync(new DescribeAlarmsRequest(), cancellationToken);

    public Task<DescribeAlarmContributorsResponse> DescribeAlarmContributorsAsync(
        DescribeAlarmContributorsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"shop-{number:d4}");

    private MetricAlarm Alarm(string name) => new()
    {
        AlarmName = name,
        AlarmArn = $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}",
        StateValue = State,
        StateReason = "",
        StateTransitionedTimestamp = since.UtcDateTime,
        Namespace = "AWS/RDS",
        MetricName = "ReadLatency",
    };
}
