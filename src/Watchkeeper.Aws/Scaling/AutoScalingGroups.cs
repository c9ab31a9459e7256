using System.Net;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Reactions;

namespace Watchkeeper.Aws.Scaling;

/// <summary>Reads and changes Auto Scaling groups for reactions (Amazon EC2 Auto Scaling, API version 2011-01-01).</summary>
/// <param name="reader">The client to describe groups; may retry.</param>
/// <param name="actor">
/// The client to change groups. It must not retry by itself, because a retry could hide the outcome of the first call.
/// </param>
public sealed class AutoScalingGroups(IAmazonAutoScaling reader, IAmazonAutoScaling actor) : IScaling
{
    private const string Unhealthy = "Unhealthy";

    // A group has at most one refresh in progress, which is the newest.
    private const int NewestRefreshes = 10;

    /// <inheritdoc/>
    public async Task<GroupFacts?> FindAsync(ReactionTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await NameAsync(target, cancellationToken) is { } name
                && await GroupAsync(name, cancellationToken) is { } group
                ? await WithRefreshesAsync(group, cancellationToken)
                : null;
        }
        catch (AmazonServiceException refused) when (IsFinal(refused))
        {
            return GroupFacts.NotReadable(target.ToString(), Words(refused));
        }
    }

    /// <inheritdoc/>
    public async Task<PerformResult> PerformAsync(ReactionAction action, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(action, cancellationToken);
            return new PerformResult.Accepted();
        }
        catch (AmazonServiceException busy) when (IsRefusal(busy) && ThrottlingErrors.Are(busy))
        {
            return new PerformResult.Throttled(Words(busy));
        }
        catch (AmazonServiceException refused) when (IsRefusal(refused))
        {
            return new PerformResult.Rejected(Words(refused));
        }
        catch (AmazonServiceException failed)
        {
            return new PerformResult.NoAnswer(Words(failed));
        }
        catch (Exception silence) when (!cancellationToken.IsCancellationRequested
            && silence is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            return new PerformResult.NoAnswer(silence.Message);
        }
    }

    private Task CallAsync(ReactionAction action, CancellationToken cancellationToken) => action switch
    {
        ReactionAction.SetDesiredCapacity set => actor.SetDesiredCapacityAsync(
            new SetDesiredCapacityRequest { AutoScalingGroupName = set.Group, DesiredCapacity = set.To, HonorCooldown = false },
            cancellationToken),
        ReactionAction.MarkUnhealthy mark => actor.SetInstanceHealthAsync(
            new SetInstanceHealthRequest
            {
                InstanceId = mark.Instance,
                HealthStatus = Unhealthy,
                ShouldRespectGracePeriod = true
            },
            cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
    };

    private async Task<string?> NameAsync(ReactionTarget target, CancellationToken cancellationToken)
    {
        if (target is ReactionTarget.Group group)
            return group.Name;
        var request = new DescribeAutoScalingInstancesRequest { InstanceIds = [((ReactionTarget.Instance)target).Id] };
        var response = await reader.DescribeAutoScalingInstancesAsync(request, cancellationToken);
        return response.AutoScalingInstances?.FirstOrDefault()?.AutoScalingGroupName;
    }

    private async Task<AutoScalingGroup?> GroupAsync(string name, CancellationToken cancellationToken)
    {
        var request = new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = [name] };
        return (await reader.DescribeAutoScalingGroupsAsync(request, cancellationToken)).AutoScalingGroups?.FirstOrDefault();
    }

    private async Task<GroupFacts> WithRefreshesAsync(AutoScalingGroup group, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeInstanceRefreshesRequest
            {
                AutoScalingGroupName = group.AutoScalingGroupName,
                MaxRecords = NewestRefreshes,
            };
            var response = await reader.DescribeInstanceRefreshesAsync(request, cancellationToken);
            return GroupDescription.Facts(group, response.InstanceRefreshes ?? []);
        }
        catch (AmazonServiceException refused) when (IsFinal(refused))
        {
            return GroupDescription.Facts(group, []) with { Unreadable = Words(refused) };
        }
    }

    // Throttling passes by itself, and the callers retry.
    private static bool IsFinal(AmazonServiceException answer) => IsRefusal(answer) && !ThrottlingErrors.Are(answer);

    private static bool IsRefusal(AmazonServiceException answer) =>
        answer.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError;

    private static string Words(AmazonServiceException answer) => $"{answer.ErrorCode}: {answer.Message}";
}
