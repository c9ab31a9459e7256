using System.Runtime.CompilerServices;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Alarms;

/// <summary>
/// Reads DescribeAlarmContributors (API version 2010-08-01) page by page. The API returns only contributors in state ALARM.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="warn">Receives a warning about each omission.</param>
internal sealed class ContributorPages(IAmazonCloudWatch client, Action<string> warn)
{
    /// <summary>
    /// The maximum number of pages. An alarm has at most 500 time series with a query, and some thousands with PromQL.
    /// </summary>
    public const int MaxPages = 100;

    /// <summary>Lists the time series of an alarm. Empty if the alarm has none or no longer exists.</summary>
    public async IAsyncEnumerable<AlarmContributor> ReadAsync(
        string alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var request = new DescribeAlarmContributorsRequest { AlarmName = alarm, NextToken = token };
            if (await AskAsync(request, cancellationToken) is not { } answer)
                yield break;
            foreach (var contributor in (answer.AlarmContributors ?? []).OfType<AlarmContributor>())
                yield return contributor;
            if (string.IsNullOrEmpty(answer.NextToken))
                yield break;
            token = answer.NextToken;
        }

        warn($"an alarm has more time series than {MaxPages} pages; the others were not read");
    }

    private async Task<DescribeAlarmContributorsResponse?> AskAsync(
        DescribeAlarmContributorsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.DescribeAlarmContributorsAsync(request, cancellationToken);
        }
        catch (AmazonServiceException refusal) when (refusal.ErrorCode is "ResourceNotFoundException" or "ResourceNotFound"
            or "ValidationError" or "ValidationException")
        {
            // CloudWatch refuses an alarm with one time series, and an alarm that was deleted meanwhile.
            return null;
        }
    }
}
