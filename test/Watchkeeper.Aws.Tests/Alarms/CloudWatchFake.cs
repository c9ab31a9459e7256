using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Alarms;

namespace Watchkeeper.Aws.Tests.Alarms;

/// <summary>A client with scripted answers that records its requests.</summary>
internal sealed class CloudWatchFake()
    : AmazonCloudWatchClient(new BasicAWSCredentials("test", "test"), RegionEndpoint.EUCentral1)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public List<DescribeAlarmsRequest> Asked { get; } = [];

    public List<DescribeAlarmContributorsRequest> AskedForContributors { get; } = [];

    public List<string> Warnings { get; } = [];

    public Func<DescribeAlarmsRequest, DescribeAlarmsResponse> Alarms { get; init; } = _ => new DescribeAlarmsResponse();

    public Func<DescribeAlarmContributorsRequest, DescribeAlarmContributorsResponse> Contributors { get; init; } =
        _ => new DescribeAlarmContributorsResponse();

    public IAlarmInventory Inventory => new CloudWatchAlarms(this, new FakeTimeProvider(Now), Warnings.Add);

    public static DescribeAlarmsResponse Page(params IEnumerable<MetricAlarm> alarms) => new() { MetricAlarms = [.. alarms] };

    public static AmazonCloudWatchException Refusal(string code, string message = "") =>
        new(message, null, ErrorType.Sender, code, "r-1", System.Net.HttpStatusCode.BadRequest);

    public override Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request, CancellationToken cancellationToken = default)
    {
        Asked.Add(request);
        return Task.FromResult(Alarms(request));
    }

    public override Task<DescribeAlarmContributorsResponse> DescribeAlarmContributorsAsync(
        DescribeAlarmContributorsRequest request, CancellationToken cancellationToken = default)
    {
        AskedForContributors.Add(request);
        return Task.FromResult(Contributors(request));
    }
}
