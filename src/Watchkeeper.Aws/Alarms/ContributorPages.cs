using System.Runtime.CompilerServices;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Watchkeeper.Aws.Alarms;

/// <summary>DescribeAlarmContributors (API version 2010-08-01), page by page: it tells of those in state ALARM alone.</summary>
/// <param name="client">The client.</param>
/// <param name="warn">Hears what was left out.</param>
internal sealed class ContributorPages(IAmazonCloudWatch client, Action<string> warn)
{
    /// <summary>An alarm has at most 500 time series of a query's, and up to some thousands of PromQL's.</summary>
    public const int MaxPages = 100;

    /// <summary>The time series of an alarm; none where it has no such thing, or is gone.</summary>
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

        warn($"an alarm has more time series than {MaxPages} pages; the rest was not read");
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
            // An alarm over one series is refused, and so is one that was deleted meanwhile.
            return null;
        }
    }
}
