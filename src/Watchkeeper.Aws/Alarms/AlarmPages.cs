using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Alarms;

/// <summary>Reads DescribeAlarms (API version 2010-08-01) page by page.</summary>
/// <param name="client">The client.</param>
/// <param name="time">The clock that state times are checked against.</param>
/// <param name="warn">Receives a warning about each omission.</param>
internal sealed class AlarmPages(IAmazonCloudWatch client, TimeProvider time, Action<string> warn)
{
    /// <summary>The maximum page size of the API.</summary>
    public const int PageSize = 100;

    /// <summary>Enough pages for twice AWS's default quota of alarms (5,000 in a region).</summary>
    public const int MaxPages = 100;

    // Without a list the API returns only metric alarms.
    private static readonly ImmutableArray<string> Types =
        [AlarmType.MetricAlarm.Value, AlarmType.CompositeAlarm.Value, AlarmType.LogAlarm.Value];

    // Regions introduce a new alarm type one after the other. A region without the type refuses the whole request.
    private volatile bool knowsLogAlarms = true;

    /// <summary>Lists the alarms in a state.</summary>
    public IAsyncEnumerable<DescribedAlarm> InStateAsync(StateValue state, CancellationToken cancellationToken) =>
        ReadAsync(() => new DescribeAlarmsRequest { StateValue = state, MaxRecords = PageSize }, cancellationToken);

    /// <summary>Lists the alarms with at most <see cref="PageSize"/> names.</summary>
    public IAsyncEnumerable<DescribedAlarm> NamedAsync(IEnumerable<string> names, CancellationToken cancellationToken) =>
        ReadAsync(() => new DescribeAlarmsRequest { AlarmNames = [.. names], MaxRecords = PageSize }, cancellationToken);

    private async IAsyncEnumerable<DescribedAlarm> ReadAsync(
        Func<DescribeAlarmsRequest> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var answer = await AskAsync(ask, token, cancellationToken);
            foreach (var alarm in DescribedAlarms.In(answer, time.GetUtcNow()))
                yield return alarm;
            if (string.IsNullOrEmpty(answer.NextToken))
                yield break;
            token = answer.NextToken;
        }

        warn($"there are more alarms than {MaxPages} pages of {PageSize}; the others were not read");
    }

    private async Task<DescribeAlarmsResponse> AskAsync(
        Func<DescribeAlarmsRequest> ask, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await client.DescribeAlarmsAsync(Complete(ask(), token), cancellationToken);
        }
        catch (AmazonServiceException refusal) when (knowsLogAlarms && DoesNotKnowType(refusal))
        {
            knowsLogAlarms = false;
            return await client.DescribeAlarmsAsync(Complete(ask(), token), cancellationToken);
        }
    }

    private DescribeAlarmsRequest Complete(DescribeAlarmsRequest request, string? token)
    {
        request.AlarmTypes = knowsLogAlarms ? [.. Types] : [.. Types.SkipLast(1)];
        request.NextToken = token;
        return request;
    }

    private static bool DoesNotKnowType(AmazonServiceException refusal) =>
        refusal.ErrorCode is "ValidationError" or "ValidationException" or "InvalidParameterValue"
        && (refusal.Message ?? "").Contains("alarmTypes", StringComparison.OrdinalIgnoreCase);
}
